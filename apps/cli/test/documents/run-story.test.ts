import { describe, expect, it } from "vitest";
import { readKnownCommands } from "./known-commands.ts";
import { readDocument } from "./read-document.ts";
import { runStory } from "./run-story.ts";

const known = await readKnownCommands();

/** What is wrong with a document of these lines. */
async function problemsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const problems = await runStory("docs/any.md", readDocument(lines.join("\n")), known);
  return problems.map(({ line, what }) => `${line} ${what}`);
}

const block = (language: string, ...lines: readonly string[]): string =>
  [`\`\`\`${language}`, ...lines, "```"].join("\n");
const init = "secgroup init --target lux=gcore/1/1 --begin import";

describe("a document that is true", () => {
  it("runs as one story", async () => {
    expect(
      await problemsOf(
        "# A story",
        block("sh", `${init} --quiet`, "secgroup plan 2> plan.log | tail -n 1"),
        block("text", "Nothing to do: the clouds are as the document says (1 read)."),
        "<!-- meanwhile: gcore web + tcp/3389 from any -->",
        "Somebody opens a port.",
        block("sh exit 2", "secgroup drift"),
        block("text", "…", "      too open   tcp/3389 from any (IPv4)  e.g. tcp/3389 from 198.51.100.7", "…"),
      ),
    ).toEqual([]);
  });
});

describe("Ctrl-C", () => {
  const edited = (when: string): readonly string[] => [
    block("sh", `${init} --quiet`, "sed -i s/22,/2222,/ secgroup.yaml"),
    `<!-- interrupt: ${when} -->`,
    block("sh exit 130", "secgroup apply --yes --quiet"),
  ];
  it("is pressed at its moment, for one block", async () => {
    expect(await problemsOf(...edited("after 1 write"), block("sh", "secgroup apply --resume --quiet"))).toEqual([]);
  });

  it("that never comes is found, and so is a moment that is none", async () => {
    expect(await problemsOf(...edited("after 9 writes"))).toEqual([expect.stringMatching(/ends with 0, not 130/)]);
    expect(await problemsOf(...edited("soon"))).toEqual([expect.stringMatching(/no moment such as after 2 writes/)]);
  });
});

describe("a program in a document", () => {
  it("is a module, and finds the packages", async () => {
    const program = [
      'import { readRules } from "@secgroup/core";',
      "const told: string = typeof readRules;",
      "console.log(told);",
    ];
    expect(
      await problemsOf(block("ts told.ts", ...program), block("sh", "node told.ts"), block("text", "function")),
    ).toEqual([]);
  });
});

describe("a planted fault", () => {
  it.each<[what: string, lines: readonly string[], problem: string | RegExp]>([
    ["a wrong line of output", [block("sh", "echo one"), block("text", "two")], "4 this is not what is printed"],
    ["a line too many", [block("sh", "printf '1\\n2\\n'"), block("text", "1")], "4 this is not what is printed"],
    ["a flag that is not there, in the text", ["See `secgroup plan --jsno`."], "1 secgroup plan has no flag --jsno"],
    ["a command that is not there, in the text", ["See `secgroup plam`."], "1 there is no command secgroup plam"],
    [
      "a flag of another command, in a table",
      ["| a | b |\n|---|---|\n| `secgroup drift` | `--out` |"],
      "3 secgroup drift has no flag --out",
    ],
    ["a link to nothing", ["See [this](nothing.md)."], "1 docs/nothing.md is not there"],
    ["a link to the second of one heading", ["See [this](../SECURITY.md#security-1)."], /no heading #security-1$/],
    ["a link to no heading", ["See [this](../README.md#nothing)."], "1 README.md has no heading #nothing"],
    ["a block that nothing checks", [block("python", "print(1)")], "1 nothing checks this block"],
    ["output of no command", [block("text", "hello")], "1 nothing checks this block"],
    [
      "output too far from its command",
      [block("sh", "echo one"), "", "A.", "", "B.", "", block("text", "one")],
      "9 nothing checks this block",
    ],
    ["a command that fails", [block("sh", "false")], "2 ends with 1, not 0: false"],
    ["a failure before the last command", [block("sh exit 2", "false", "exit 2")], "2 ends with 1, not 0: false"],
    ["a failure that nothing explains", [block("sh exit 1", "false")], "1 nothing tells why this ends with 1"],
    [
      "a flag that is not there, where a failure is expected",
      [block("sh exit 1", "secgroup plan --jsno"), block("text", "…")],
      "2 secgroup plan has no flag --jsno",
    ],
    [
      "a failure of what does not run here",
      [block("sh exit 2", "pnpm check")],
      "2 this does not run here, so nothing shows that it ends with 2",
    ],
    ["a failure in a command of two lines", [block("sh", "true", "test a = \\", "b")], /^4 ends with 1/],
    ["a failure that does not come", [block("sh exit 2", "true")], "2 ends with 0, not 2: true"],
    ["an end that is none", [block("sh exits", "true")], /no end of a command/],
    ["no command", [block("sh", "# nothing")], "1 there is no command in this block"],
    ["a command that fails behind secgroup", [block("sh", "secgroup --version | grep nothing")], /^2 ends with 1/],
    [
      "a document that does not validate",
      [block("yaml", "groups: { web: { on: nowhere } }")],
      "1 this does not validate",
    ],
    ["a file that nothing reads", [block("yaml other.yaml", "groups: {}")], "1 nothing reads the file other.yaml"],
    [
      "a change of what is not there",
      [block("diff secgroup.yaml", "-a", "+b")],
      "1 this is no change of secgroup.yaml as it stands",
    ],
    ["a script that is not there", [block("sh", "pnpm chekc")], "2 package.json has no script chekc"],
    [
      "tests that are not there",
      [block("sh", "pnpm --filter @secgroup/core exec vitest run test/nothing")],
      "2 @secgroup/core has no test/nothing",
    ],
    ["a package that is not published", [block("sh", "npm install @secgroup/cor")], "2 @secgroup/cor is not published"],
    [
      "a server with a flag that is not there",
      [block("sh", "secgroup simulate --prot 1")],
      "2 secgroup simulate has no flag --prot",
    ],
    ["another folder", [block("sh", "cd /")], /^1 each line runs in the folder/],
    ["a remark that nobody knows", ["<!-- meanwile: x -->"], "1 the runner knows no remark meanwile"],
    ["a deed that cannot be", ["<!-- meanwhile: gcore nothing deleted -->"], /^1 nobody can do this/],
    [
      "a workflow with a wrong input",
      [
        block(
          "yaml .github/workflows/x.yml",
          "on: pull_request",
          "jobs:",
          "  plan:",
          "    permissions: { contents: read, pull-requests: write, security-events: write }",
          "    uses: owner/repository/.github/workflows/plan.yml@0123",
          "    with: { version: 1.2.3, flie: x }",
        ),
      ],
      "1 no input flie",
    ],
    [
      "a workflow without a permission that it needs",
      [
        block(
          "yaml .github/workflows/x.yml",
          "on: pull_request",
          "jobs:",
          "  drift:",
          "    permissions: { contents: read }",
          "    uses: owner/repository/.github/workflows/drift.yml@0123",
          "    with: { version: 1.2.3 }",
        ),
      ],
      "1 the permission issues: write is missing",
    ],
    [
      "a workflow that GitHub would not take",
      [
        block(
          "yaml .github/workflows/x.yml",
          "on: pull_requests",
          "jobs:",
          "  drift:",
          "    permissions: { contents: read, issues: write }",
          "    uses: owner/repository/.github/workflows/drift.yml@0123",
          "    with: { version: 1.2.3 }",
        ),
      ],
      /^1 unknown Webhook event/,
    ],
    [
      "a pipeline without the version",
      [block("yaml .gitlab-ci.yml", "include: [{ file: templates/gitlab/secgroup.gitlab-ci.yml, inputs: {} }]")],
      "1 the input version is missing",
    ],
  ])("is found: %s", async (_what, lines, problem) => {
    expect(await problemsOf(...lines)).toEqual([
      typeof problem === "string" ? problem : expect.stringMatching(problem),
    ]);
  });
});
