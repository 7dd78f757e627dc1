import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./find-documents.ts";
import type { Block } from "./read-document.ts";

/** Blocks that are neither commands nor output nor files, each kind with the reason, and what is checked of it instead. The list is closed. */
interface Unrunnable {
  readonly document: RegExp;
  readonly language: string;
  readonly reason: string;
  /** What is wrong, if anything. */
  readonly check: (block: Block) => string | undefined;
}

export const unrunnable: readonly Unrunnable[] = [
  {
    document: /^ARCHITECTURE\.md$/,
    language: "",
    reason: "a drawing of the packages",
    check: ({ text }) => {
      const missing = readdirSync(join(root, "packages")).find((name) => !text.includes(name));
      return missing === undefined ? undefined : `the drawing leaves out ${missing}`;
    },
  },
  {
    document: /^docs\/api\//,
    language: "ts",
    reason: "a declaration; `pnpm check` compares the page with what the package offers",
    check: ({ text }) =>
      /^(function|class|const|interface|type) /.test(text) ? undefined : "this is no declaration, and nothing runs it",
  },
  {
    document: /^packages\/adapter-tests\/WRITE-AN-ADAPTER\.md$/,
    language: "ts",
    reason: "pieces of an adapter that write-an-adapter.test.ts puts through the whole suite",
    check: ({ text }) => {
      const folder = join(root, "packages/adapter-tests/test");
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
      return files.some((name) => readFileSync(join(folder, name), "utf8").includes(text))
        ? undefined
        : "no file of packages/adapter-tests/test holds these lines";
    },
  },
];
