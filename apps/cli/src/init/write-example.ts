import { writeDocument, type Target } from "@secgroup/config";

/** A document without groups, and an example that is commented out: its plan is empty. */
export function writeExample(targets: readonly Target[]): string {
  const on = targets.map(({ name }) => name).join(", ");
  const example = [
    "groups:",
    "  web:",
    `    on: [${on}]`,
    "    description: Public web servers",
    "    ingress:",
    "      - { allow: [http, https], from: any, description: public site }",
    "      - { allow: ssh, from: 203.0.113.0/24 }",
    "    egress:",
    "      - { allow: any, to: any }",
  ];
  const document = writeDocument(targets, []).replace(/^groups: \{\}\n/m, "");
  return `${document}\n# An example. Take the # away, and \`secgroup plan\` shows what it would do.\n${example.map((line) => `# ${line}\n`).join("")}`;
}
