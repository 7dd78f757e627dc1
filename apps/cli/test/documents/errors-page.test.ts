import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src/render/next-step.ts";
import { root } from "./find-documents.ts";

describe("the page about errors", () => {
  it("has a row for each kind of error there is, once", () => {
    const page = readFileSync(join(root, "docs/how-to/when-it-says-error.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(new Set(rows)).toEqual(new Set(errorCodes));
    expect(rows).toHaveLength(errorCodes.length);
  });
});
