import { describe, expect, it } from "vitest";
import { replaceSections } from "../src/replace-sections.ts";

const page = `# Page

By hand.

<!-- begin limits (generated; again: pnpm generate) -->

old

<!-- end limits -->

Also by hand.
`;

describe("sections of a page", () => {
  it("are written anew, and nothing else is", () => {
    expect(replaceSections(page, { limits: "| new |" })).toBe(page.replace("old", "| new |"));
  });

  it("stay as they are when written twice", () => {
    const once = replaceSections(page, { limits: "new" });
    expect(replaceSections(once, { limits: "new" })).toBe(once);
  });

  it("must all be there, and all be written", () => {
    expect(() => replaceSections(page, { limits: "new", rights: "new" })).toThrow("no section rights");
    expect(() => replaceSections(page, {})).toThrow("nobody writes the section limits");
  });
});
