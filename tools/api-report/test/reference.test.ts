import { describe, expect, it } from "vitest";
import { readDeclarations } from "../src/read-declarations.ts";
import { anchorsOf, arrangeChapters, findUntold, writeReferencePage } from "../src/write-reference-page.ts";

const text = `/**
 * What it is.
 *
 * @packageDocumentation
 */

import { Rule } from '@secgroup/core';

/** Plans.
 *
 * Rejects with \`aborted\`. */
export declare function plan(rules: readonly Rule[], options?: Options_2): Plan;

/** What comes of it. */
export declare interface Plan extends PlanBase {
    /** How many. */
    readonly plan: number;
}

// No docstring.
export declare const limit: 5;

declare interface PlanBase {
    readonly rules: typeof limit;
}

/** See \`plan\`. */
declare interface Options_2 {
    readonly isQuick?: boolean;
}
export { Options_2 as Options }

export { }
`;
const page = (isElsewhere: (name: string) => boolean = () => false): string =>
  writeReferencePage({
    entry: "@secgroup/plans",
    overview: readDeclarations(text).overview,
    chapters: arrangeChapters(readDeclarations(text).declarations, isElsewhere),
    elsewhere: new Map([["Rule", "core.md#rule"]]),
  });

describe("the reference", () => {
  it("reads what an entry declares, under the names that importers know", () => {
    const { overview, declarations, imported } = readDeclarations(text);
    expect(overview).toBe("What it is.");
    expect(imported).toEqual(new Map([["Rule", "@secgroup/core"]]));
    expect(declarations.map(({ name, kind, isExported, text }) => [name, kind, isExported, text])).toEqual([
      ["plan", "function", true, "Plans.\n\nRejects with `aborted`."],
      ["Plan", "type", true, "What comes of it."],
      ["limit", "constant", true, ""],
      ["PlanBase", "type", false, ""],
      ["Options", "type", true, "See `plan`."],
    ]);
  });

  it("has each declaration whole, with the docstrings of its members, and links to what it speaks of", () => {
    expect(page()).toContain(`### plan

Plans.

Rejects with \`aborted\`.

\`\`\`ts
function plan(rules: readonly Rule[], options?: Options): Plan;
\`\`\`

See [\`Rule\`](core.md#rule), [\`Options\`](#options), [\`Plan\`](#plan-1).

## Constants

### limit

\`\`\`ts
const limit: 5;
\`\`\`
`);
    expect(page()).toContain("interface Plan extends PlanBase {\n    /** How many. */\n    readonly plan: number;\n}");
  });

  it("leads to each heading by the anchor that it has", () => {
    const { declarations } = readDeclarations(text);
    expect([...anchorsOf(arrangeChapters(declarations, () => false))]).toEqual([
      ["plan", "#plan"],
      ["limit", "#limit"],
      ["Plan", "#plan-1"],
      ["Options", "#options"],
      ["PlanBase", "#planbase"],
    ]);
  });

  it("names what is exported without a docstring", () => {
    const { declarations } = readDeclarations(text);
    expect(
      findUntold(
        "@secgroup/plans",
        arrangeChapters(declarations, () => false),
      ),
    ).toEqual(["@secgroup/plans exports limit without a docstring"]);
  });

  it("tells parts of types at the end, unless another page does", () => {
    expect(page()).toMatch(/## Parts of types\n\nNot exported.*\n\n### PlanBase/);
    expect(page((name) => name === "PlanBase")).not.toContain("Parts of types");
  });
});
