import { describe, expect, it } from "vitest";
import { importedPackages, readDocument, readExamples } from "../src/read-examples.ts";

const block = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;

describe("examples of a README", () => {
  it("are blocks that are followed by what they print, whatever is said in between", () => {
    const readme = [
      block("sh", "npm install a"),
      block("ts", "first();"),
      "It prints:\n",
      block("text", "1"),
      block("ts", "second();"),
      block("sh", "npx b"),
      block("text", "2"),
    ].join("\n");
    expect(readExamples(readme)).toEqual([
      { language: "ts", code: "first();\n", prints: "1\n" },
      { language: "sh", code: "npx b\n", prints: "2\n" },
    ]);
  });

  it("need what they import, each package once", () => {
    const code =
      'import { a } from "@secgroup/core";\nimport b from "@secgroup/core/memory";\nimport type { c } from "zod/mini";\n';
    expect(importedPackages([{ language: "ts", code, prints: "" }])).toEqual(["@secgroup/core", "zod"]);
  });

  it("may come with a document", () => {
    expect(readDocument(block("yaml", "targets: {}"))).toBe("targets: {}\n");
    expect(readDocument(block("ts", "1"))).toBeUndefined();
  });
});
