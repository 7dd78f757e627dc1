import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import fc from "fast-check";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeComment } from "../../src/markdown/comment.ts";
import { codeBlock, inlineCode } from "../../src/markdown/literal.ts";
import { drifted, targets } from "../support/documents.ts";
import { createHarness } from "../support/harness.ts";

/** What GitHub and GitLab make of Markdown, raw HTML included. */
const toHtml = (text: string): string =>
  micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });

/** What is neither code nor a comment: only here are there mentions, references, links and HTML. */
const outsideOfCode = (html: string): string =>
  html.replace(/<code[^>]*>[^<]*<\/code>/g, "").replace(/<!--[^]*?-->/g, "");

const hostileParts = [
  "@zork",
  "#77",
  "!78",
  "GH-79",
  "</details>",
  "<img src=x>",
  "<script>",
  "-->",
  "<!--",
  "`",
  "```",
  "````",
  "~~~",
  "\n",
  "\r\n",
  "\u2028",
  "\n\n",
  "/close",
  "\n/close",
  "| a |",
  "[zork](https://zork.example)",
  "https://zork.example",
  "www.zork.example",
  "\\",
  "&#64;zork",
  "</code></pre>",
  "***",
  "    ",
  "zork",
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostileParts), fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(""));
const leak = /zork|#77|!78|GH-79|<img|<script|\/close|~~~/;

describe("a text of others in a comment", () => {
  it("is code and nothing else, whatever it holds", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), (texts) => {
        const [first = "", second = first] = texts;
        const page = writeComment({ command: "plan", named: first }, "**total**", [
          {
            about: "group",
            seen: `#### ${inlineCode(first)} ${inlineCode(second)}: own`,
            folded: codeBlock(texts, "diff"),
          },
          { about: "group", seen: codeBlock(texts.toReversed(), "text"), folded: "" },
        ]);
        const said = outsideOfCode(toHtml(page));
        expect(said).not.toMatch(leak);
        expect(said.replace(/\s+/g, "")).toBe(
          "<h3>secgroupplan</h3><p><strong>total</strong></p><h4>:own</h4><pre></pre><pre></pre>",
        );
      }),
      { numRuns: 500 },
    );
  });

  it("would be noticed outside of code", () => {
    expect(outsideOfCode(toHtml("#### @zork `x`"))).toMatch(leak);
    expect(outsideOfCode(toHtml("```text\n```\n<img src=x>\n```"))).toMatch(leak);
  });

  it.each<[text: string, shown: string]>([
    ["web", "` web `"],
    ["a`b", "`` a`b ``"],
    ["two\nlines", "` two\\u{a}lines `"],
    ["right\u202eto left", "` right\\u{202e}to left `"],
    ["@everyone #1", "` @everyone #1 `"],
  ])("%j is shown as %s", (text, shown) => {
    expect(inlineCode(text)).toBe(shown);
  });
});

describe("the marker of a comment", () => {
  const markerOf = (named: string | undefined): string | undefined =>
    writeComment({ command: "plan", named }, "", []).split("\n")[0];

  it.each<[named: string | undefined, marker: string]>([
    [undefined, "<!-- secgroup plan -->"],
    ["networks/lux.yaml", "<!-- secgroup plan networks%2Flux.yaml -->"],
    ["--> @zork.yaml", "<!-- secgroup plan %2D%2D%3E%20%40zork.yaml -->"],
  ])("for %s is %s", (named, marker) => {
    expect(markerOf(named)).toBe(marker);
  });
});

describe("a comment that is too long", () => {
  const block = (name: string, seen: number, folded: number) =>
    ({
      about: "group",
      seen: `${name} ${"x".repeat(seen)}`,
      folded: folded === 0 ? "" : `rules of ${name} ${"y".repeat(folded)}`,
    }) as const;

  it("loses what is folded before anything that is seen, whole groups at a time, and says so", () => {
    const text = writeComment({ command: "plan", named: undefined }, "**total**", [
      block("one", 20_000, 20_000),
      block("two", 20_000, 20_000),
      { about: "steps", seen: "", folded: "steps" },
    ]);
    expect(text).toContain("one x");
    expect(text).toContain("two x");
    expect(text).toContain("rules of one y");
    expect(text).not.toContain("rules of two y");
    expect(text).toMatch(
      /\*\*Left out for length:\*\* the rules of 1 group, the steps of 1 target\. `secgroup plan` shows all\.\n$/,
    );
  });

  it("never has more than GitHub takes, in bytes, whatever the groups are like", () => {
    const blocks = fc.array(
      fc.record({ seen: fc.nat(40_000), folded: fc.nat(40_000), letter: fc.constantFrom("x", "é", "→", "😀") }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(blocks, (sizes) => {
        const all = sizes.map(({ seen, folded, letter }, index) => ({
          about: "group" as const,
          seen: `<${index}>${letter.repeat(seen / 4)}`,
          folded: `(${index})${letter.repeat(folded / 4)}`,
        }));
        const text = writeComment({ command: "plan", named: undefined }, "", all);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536);
        // A block is there whole or not at all, and the folded part only with what it belongs to.
        for (const [index, { seen, folded }] of all.entries()) {
          expect(text.includes(seen)).toBe(text.includes(`<${index}>`));
          expect(text.includes(folded)).toBe(text.includes(`(${index})`));
          if (text.includes(folded)) expect(text).toContain(seen);
        }
        const isWhole = all.every(({ seen, folded }) => text.includes(seen) && text.includes(folded));
        expect(text.includes("Left out for length")).toBe(!isWhole);
      }),
    );
  });
});

describe("secgroup plan --markdown", () => {
  it("writes traffic first and folds rules and steps, for its owner only", async () => {
    const { run, read, write, folder } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("plan --markdown comment.md --detailed-exitcode")).code).toBe(2);
    const text = read("comment.md");
    expect(statSync(join(folder, "comment.md")).mode & 0o777).toBe(0o600);
    expect(text.slice(0, text.indexOf("#### ` fra ` ` retired `"))).toBe(`<!-- secgroup plan -->

### secgroup plan

**Plan: 5 rules to add, 4 to remove, 1 to relabel; 1 group to create, 1 to delete**

\`\`\`text
7 calls, 2 waves, no interruption possible
\`\`\`

#### \` fra \` \` web \`: 2 added, 1 removed (unlistedRules: remove), 1 relabelled, 5 kept

\` IONOS Cloud, datacenter 5ec90000-0000-4000-8000-000000000001 \`

\`\`\`text
opens   tcp/443 from any        e.g. tcp/443 from 198.51.100.7
closes  tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7
\`\`\`

<details><summary>Rules</summary>

\`\`\`diff
+ ingress tcp/443 from any (IPv4 + IPv6)     public site
- ingress tcp/23 from any (IPv4)             just for a moment
~ ingress tcp/22 from 203.0.113.0/24 (IPv4)  "ssh" → "admins"
\`\`\`

</details>

`);
    expect(text).toContain("<details><summary>Steps: 4 writes in 2 waves</summary>");
    expect(text).toContain("  retired: delete the group\n");
  });

  it("says that there is nothing to do, and after an error that nothing is known", async () => {
    const { run, read, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    expect((await run("plan --markdown comment.md")).code).toBe(0);
    expect(read("comment.md")).toContain("**Nothing to do: the clouds are as the document says");
    write("secgroup.yaml", `${targets}  web: { on: nowhere }\n`);
    expect((await run("plan --markdown comment.md")).code).toBe(1);
    expect(read("comment.md")).toMatch(/^<!-- secgroup plan -->\n/);
    expect(read("comment.md")).toContain("**Failed.** Nothing is known of what would change.");
    expect(read("comment.md")).toContain("error invalid-document: groups.web.on");
  });

  it("never says that there is nothing to do where a target could not be read", async () => {
    const { run, read, write, simulator } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    await run("apply --yes");
    simulator.gcore.refuseNextCall({ status: 403 });
    expect((await run("plan --markdown comment.md")).code).toBe(1);
    expect(read("comment.md")).toContain("**The plan is not whole.**");
    expect(read("comment.md")).not.toContain("Nothing to do");
    expect(read("comment.md")).toContain("target lux");
  });

  it("lets no text of a document out of its code", async () => {
    const { run, read, write } = createHarness();
    const hostile = "`` ``` @zork #77 <img src=x> </details> \\n/close";
    write(
      "secgroup.yaml",
      `${targets}  web:\n    on: [fra, lux]\n    description: "${hostile}"\n    ingress: [{ allow: tcp/80, from: any, description: "${hostile}" }]\n`,
    );
    expect((await run("plan --markdown comment.md")).code).toBe(0);
    expect(read("comment.md")).toContain("@zork");
    const said = outsideOfCode(toHtml(read("comment.md")));
    expect(said).not.toMatch(leak);
    expect(said.match(/<details>/g)?.length).toBe(said.match(/<\/details>/g)?.length);
  });

  it("says when it cannot write", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stderr } = await run("plan --markdown nowhere/comment.md");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: the comment cannot be written to nowhere/comment.md");
  });
});

describe("secgroup drift --markdown", () => {
  it("writes what is too open and too closed, and folds the rules", async () => {
    const { run, read, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    expect((await run("drift --markdown issue.md")).code).toBe(2);
    const text = read("issue.md");
    expect(text).toMatch(/^<!-- secgroup drift -->\n\n### secgroup drift\n\n\*\*Drift: 4 of 4 groups differ\.\*\*\n/);
    expect(text).toContain("too open   tcp/23 from any (IPv4)  e.g. tcp/23 from 198.51.100.7\n");
    expect(text).toContain("<summary>Rules</summary>\n\n```text\nmissing    ingress tcp/443");
    await run("apply --yes");
    expect((await run("drift --markdown issue.md")).code).toBe(0);
    expect(read("issue.md")).toContain("**No drift in 4 groups.**");
  });
});
