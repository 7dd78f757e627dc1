import { gcoreQuirks } from "./gcore/gcore-quirks.ts";
import { gcoreUnmodelledFacts } from "./gcore/quirk/unmodelled-facts.ts";
import { ionosQuirks } from "./ionos/ionos-quirks.ts";
import { ionosUnmodelledFacts } from "./ionos/quirk/unmodelled-facts.ts";
import type { Quirk, QuirkTable, UnmodelledFact } from "./quirk.ts";

const introduction = `# Quirks

<!-- Generated from the tables of quirks in src; do not edit. Again: pnpm --filter @secgroup/simulator run generate:quirks -->

What the vendors' public documents leave open. Each open question that an answer depends on is a quirk of the simulated cloud, with every
answer that is plausible; a client has to be right under all of them. \`createSimulator({ gcore: { quirks: { patchOrder: "delete-first" } } })\`
sets one; the value in bold is the default.`;

/** The page QUIRKS.md: one table for each cloud, and what is open as well but not modelled. */
export function describeQuirks(): string {
  const clouds = [
    describeCloud("IONOS Cloud", "ionos", ionosQuirks, ionosUnmodelledFacts),
    describeCloud("Gcore Cloud", "gcore", gcoreQuirks, gcoreUnmodelledFacts),
  ];
  return `${[introduction, ...clouds].join("\n\n")}\n`;
}

function describeCloud(
  title: string,
  option: string,
  quirks: QuirkTable,
  unmodelled: readonly UnmodelledFact[],
): string {
  return [
    `## ${title}`,
    `Option \`${option}.quirks\`.`,
    table(["quirk", "values", "what leaves it open", "what the values do"], Object.entries(quirks).map(describeQuirk)),
    `### ${title}: open, and not modelled`,
    table(
      ["what is open", "why there is no quirk for it"],
      unmodelled.map(({ fact, reason }) => [fact, reason]),
    ),
  ].join("\n\n");
}

function describeQuirk([name, quirk]: readonly [string, Quirk]): readonly string[] {
  const values = quirk.values.map((value) => (value === quirk.default ? `**\`${value}\`**` : `\`${value}\``));
  return [`\`${name}\``, values.join(", "), quirk.fact, quirk.note ?? ""];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map(tableRow).join("\n");
}

const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
