/** Whether a block tells what was printed; a line that is only `…` stands for any number of lines. */
export function isOutput(told: string, printed: string): boolean {
  const pattern = told
    .trimEnd()
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${line.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${printed.trimEnd()}\n`);
}
