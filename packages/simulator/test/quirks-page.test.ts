import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { describeQuirks } from "../src/describe-quirks.ts";
import { gcoreQuirks } from "../src/gcore/gcore-quirks.ts";
import { gcoreUnmodelledFacts } from "../src/gcore/quirk/unmodelled-facts.ts";
import { ionosQuirks } from "../src/ionos/ionos-quirks.ts";
import { ionosUnmodelledFacts } from "../src/ionos/quirk/unmodelled-facts.ts";
import type { QuirkTable } from "../src/quirk.ts";

const page = describeQuirks();
const rows = page.split("\n").filter((line) => line.startsWith("| "));

it("is what the tables give: otherwise run `pnpm --filter @secgroup/simulator run generate:quirks`", async () => {
  expect(await readFile(new URL("../QUIRKS.md", import.meta.url), "utf8")).toBe(page);
});

describe.each<readonly [string, QuirkTable]>([
  ["IONOS", ionosQuirks],
  ["Gcore", gcoreQuirks],
])("the table of %s", (_, quirks) => {
  it.each(Object.entries(quirks))(
    "tells all of %s, with the default in bold",
    (name, { values, default: usual, fact }) => {
      const row =
        rows.find((line) => line.startsWith(`| \`${name}\` |`) && line.includes(fact.replaceAll("|", "\\|"))) ?? "";
      for (const value of values) expect(row).toContain(`\`${value}\``);
      expect(row.match(/\*\*`[^`]+`\*\*/gu)).toEqual([`**\`${usual}\`**`]);
      expect(values).toContain(usual);
    },
  );
});

it("tells what is not modelled, and why", () => {
  for (const { fact, reason } of [...ionosUnmodelledFacts, ...gcoreUnmodelledFacts]) {
    expect(rows).toContain(`| ${fact.replaceAll("|", "\\|")} | ${reason.replaceAll("|", "\\|")} |`);
  }
});
