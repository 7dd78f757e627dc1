import { tmpdir } from "node:os";
import { describe, expect, it, vi } from "vitest";
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

describe("an apply that asks", () => {
  const asked = (told: string): readonly string[] => [
    block("sh", `${init} --quiet`, "sed -i s/22,/2222,/ secgroup.yaml"),
    "<!-- answers: no -->",
    block("sh exit 1", "secgroup apply"),
    block("text", "…", `Apply this? (yes or no) ${told}`, "…"),
  ];
  it("shows what is answered", async () => {
    expect(await problemsOf(...asked("no"))).toEqual([]);
    expect(await problemsOf(...asked("yes"))).toEqual(["9 this is not what is printed"]);
  });
});

describe("a pipe behind secgroup", () => {
  it("does not hide with what secgroup ends", async () => {
    const failing = [block("sh", `${init} --quiet`, "echo x > secgroup.yaml")];
    const piped = "secgroup plan 2>&1 | grep -o -m 1 ^error";
    expect(await problemsOf(...failing, block("sh", piped))).toEqual([`6 ends with 1, not 0: ${piped}`]);
    expect(await problemsOf(...failing, block("sh", "secgroup plan; true"))).toEqual([
      "6 ends with 1, not 0: secgroup plan; true",
    ]);
    expect(await problemsOf(...failing, block("sh", "secgroup plan > plan.log || true | cat"))).toEqual([]);
    expect(await problemsOf(...failing, block("sh exit 1", piped), block("text", "error"))).toEqual([]);
  });

  it("may follow an end that the fence names", async () => {
    const ended = [block("sh", `${init} --quiet`), "<!-- meanwhile: gcore web + tcp/3389 from any -->"];
    const drift = 'secgroup drift | grep -o -m 1 "too open"';
    expect(await problemsOf(...ended, block("sh exit 2", drift))).toEqual([]);
    expect(await problemsOf(...ended, block("sh", drift))).toEqual([`6 ends with 2, not 0: ${drift}`]);
    expect(await problemsOf(...ended, block("sh exit 2", "secgroup drift | grep nothing-of-it"))).toEqual([
      "6 ends with 1, not 2: secgroup drift | grep nothing-of-it",
    ]);
  });
});

describe("a shell line", () => {
  it("leaves what is temporary where the tests remove it", async () => {
    expect(await problemsOf(block("sh", "dirname $(mktemp -u)"), block("text", tmpdir()))).toEqual([]);
  });
});

describe("git that is missing", () => {
  it("is said once", async () => {
    vi.stubEnv("PATH", "/nowhere");
    try {
      expect(await problemsOf("# A story", block("sh", "git init --quiet", "git status --short", "ls"))).toEqual([
        "2 git is needed here, and there is none on the PATH",
      ]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe("what is of others", () => {
  it("has a mark, flags and packages that are known", async () => {
    expect(
      await problemsOf(
        "<!-- begin one (generated; again: pnpm generate) -->",
        "<!-- end one -->",
        "<!-- Generated from the docstrings; do not edit. -->",
        "`npx -y secgroup@1.2.3 plan --json`, `npm exec secgroup -- plan`, `npm exec -- secgroup plan`, `npx -y -p node@24 -p pnpm@12 pnpm test`,",
        "`npx secgroup-contracts verify`, `npm install -D @secgroup/core@1.2.3`, `--json`, `IONOS_TOKEN`, `SECGROUP_GITLAB_TOKEN`",
      ),
    ).toEqual([]);
  });
});

describe("a planted fault", () => {
  type Fault = [what: string, lines: readonly string[], problem: string | RegExp];
  it.each<Fault>([
    ["a wrong line of output", [block("sh", "echo one"), block("text", "two")], "4 this is not what is printed"],
    ["a line too many", [block("sh", "printf '1\\n2\\n'"), block("text", "1")], "4 this is not what is printed"],
    ["a flag that is not there, in the text", ["See `secgroup plan --jsno`."], "1 secgroup plan has no flag --jsno"],
    ["a command that is not there, in the text", ["See `secgroup plam`."], "1 there is no command secgroup plam"],
    [
      "a flag of another command, in a table",
      ["| a | b |\n|---|---|\n| `secgroup drift` | `--out` |"],
      "3 secgroup drift has no flag --out",
    ],
    ["a flag that is not there, alone in the text", ["Use `--jsno`."], "1 no command has a flag --jsno"],
    ["Node's flag where nobody speaks of Node", ["Use `--tls-keylog`."], "1 no command has a flag --tls-keylog"],
    ["a flag that begins as one", ["See `secgroup plan --out2 x`."], "1 secgroup plan has no flag --out2"],
    ["a flag with more letters", [block("sh", "secgroup plan --jsonX")], "2 secgroup plan has no flag --jsonX"],
    ["a command over the end of a line", ["See `secgroup", "plam`."], "1 there is no command secgroup plam"],
    ["a variable in the text", ["Set `GCORE_APIKEY`."], "1 nothing reads the variable GCORE_APIKEY"],
    ["a variable in a block", [block("sh", "export IONOS_TOKN=x")], "1 nothing reads the variable IONOS_TOKN"],
    ["a command behind npx", [block("sh", "npx secgroup plam")], "2 there is no command secgroup plam"],
    ["a flag behind npx", ["`npx -y secgroup@1.2.3 plan --jsno`"], "1 secgroup plan has no flag --jsno"],
    ["a command behind npm exec", ["`npm exec secgroup -- plam`"], "1 there is no command secgroup plam"],
    ["a program behind npx", ["`npx secgruop plan`"], "1 no published package has secgruop"],
    ["a package of npm install", ["`npm install -g secgruop`"], "1 secgruop is not published"],
    ["a second one", [block("sh", "npm install secgroup @secgrup/core@1")], "2 @secgrup/core is not published"],
    ["another command of npm", [block("sh", "npm publish")], "2 nothing checks npm publish"],
    [
      "a program of pnpm exec",
      ["`pnpm --filter @secgroup/core exec vitset run`"],
      "1 @secgroup/core has no program vitset",
    ],
    ...["pnpm check && false", "pnpm check; false", "pnpm check | cat", "npx secgroup lint > x"].map((line): Fault => [
      `more behind what does not run: ${line}`,
      [block("sh", line)],
      "2 this does not run here, so nothing shows what is done with it",
    ]),
    ["a reference to nothing", ["See [this][x].", "", "[x]: nothing.md"], "3 docs/nothing.md is not there"],
    ["a link to nothing, in HTML", ['<a href="nothing.md">this</a>'], "1 docs/nothing.md is not there"],
    [
      "a picture that is not there, in HTML",
      ["<p>", '<img alt="" src="nothing.png">', "</p>"],
      "1 docs/nothing.png is not there",
    ],
    ["a link out of the repository", ["See [this](../../x.md)."], "1 ../../x.md leads out of the repository"],
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
      [block("sh exit 2", "secgroup plan --jsno")],
      "2 secgroup plan has no flag --jsno",
    ],
    [
      "a failure of what does not run here",
      [block("sh exit 2", "pnpm check")],
      "2 this does not run here, so nothing shows that it ends with 2",
    ],
    ["a failure in a command of two lines", [block("sh", "true", "test a = \\", "b")], /^4 ends with 1/],
    [
      "a failure of which nothing is told",
      [block("sh exit 1", "false"), block("text", "…")],
      "4 this tells nothing of what is printed",
    ],
    ["output with a name", [block("sh", "echo one > o"), block("text o", "one")], "4 output has no name: o"],
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
    ...["echo another.yaml", "secgroup plan --help other.yaml"].map((line): Fault => [
      `a file that is not read by ${line}`,
      [block("yaml other.yaml", "groups: {}"), block("sh", line)],
      "1 nothing reads the file other.yaml",
    ]),
    [
      "a document whose command only tells of itself",
      [block("yaml secgroup.yaml", "groups: {}"), block("sh", "secgroup plan --help", "secgroup --version")],
      "1 nothing reads the file secgroup.yaml",
    ],
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
    ...[
      "<!--meanwhile: gcore web deleted-->",
      "<!-- Meanwhile: gcore web deleted -->",
      "<!-- meanwhile gcore web deleted -->",
      "<!-- a note -->",
      "<!-- begin one -->",
    ].map((comment): Fault => [`a comment: ${comment}`, [comment], `1 this comment is no remark: ${comment}`]),
    ["a comment within a paragraph", ["Some", "text <!-- a note -->."], "2 this comment is no remark: <!-- a note -->"],
    [
      "the clouds, twice",
      ["<!-- clouds: empty -->", "", "<!-- clouds: seeded -->"],
      "3 what clouds there are is said once",
    ],
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
