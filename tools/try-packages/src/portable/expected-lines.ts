/** What `planAndExplain` says, wherever it runs. */
export const expectedLines: readonly string[] = [
  "ionos opens tcp/22 from 203.0.113.0/24",
  "ionos opens tcp/443 from any",
  "ionos closes tcp/23 from any (IPv4)",
  "gcore opens tcp/22 from 203.0.113.0/24",
  "gcore opens tcp/443 from any",
  "gcore closes tcp/23 from any (IPv4)",
  "memory opens tcp/22 from 203.0.113.0/24",
  "memory opens tcp/443 from any",
  "memory is as planned: true",
  "ssh from 203.0.113.9 is allowed",
  "ssh from 198.51.100.7 is refused",
];

/** What is wrong with what was said in a runtime. */
export function compareLines(lines: readonly string[]): readonly string[] {
  return lines.join("\n") === expectedLines.join("\n")
    ? []
    : [`expected\n${expectedLines.join("\n")}\nbut it said\n${lines.join("\n")}`];
}
