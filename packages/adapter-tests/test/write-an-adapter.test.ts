import { readdirSync, readFileSync } from "node:fs";
import type { Account, Adapter } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { chapters, runAdapterTests } from "../src/index.ts";
import { palisade } from "./example/palisade-adapter.ts";
import { palisadeBackend, type PalisadeBackend } from "./example/palisade-backend.ts";

const url = "https://palisade.example";

describe("the example adapter", () => {
  const adapter = ({ fetch }: PalisadeBackend, account: Account): Adapter => palisade({ url, fetch, account });
  runAdapterTests({ backend: palisadeBackend, adapter }, { describe, it });
});

describe("the guide", () => {
  const folder = new URL("example/", import.meta.url);
  const files = [...readdirSync(folder).map((name) => new URL(name, folder)), new URL(import.meta.url)];
  const sources = files.map((file) => readFileSync(file, "utf8"));
  const guide = readFileSync(new URL("../WRITE-AN-ADAPTER.md", import.meta.url), "utf8");
  const blocks = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block.trimEnd());

  it("has code", () => {
    expect(blocks.length).toBeGreaterThan(5);
    expect(guide.match(/^```/gm)).toHaveLength(blocks.length * 2);
  });

  it.each(blocks.map((block) => [block.trim().split("\n")[0], block]))("shows code of the example: %s", (_, block) => {
    expect(sources.some((source) => source.includes(block))).toBe(true);
  });

  it("names every chapter of the suite", () => {
    for (const { title } of chapters) expect(guide).toContain(`**${title}**`);
  });
});
