import { describe, expect, it } from "vitest";
import { createHarness } from "./support/harness.ts";

const commands = [
  "init",
  "plan",
  "apply",
  "drift",
  "explain",
  "diff",
  "show",
  "import",
  "import ionos",
  "import gcore",
  "import file",
  "validate",
  "lint",
  "doctor",
  "schema",
  "completion",
  "simulate",
  "demo",
];

describe("the command line", () => {
  it.each(["", ...commands])("explains `secgroup %s` with --help", async (command) => {
    const { run } = createHarness();
    const { code, stdout, stderr } = await run(`${command} --help`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`secgroup ${command}`.trim());
    // The overview has all flags of a command in one line.
    const widest = command === "" ? 130 : 100;
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(widest);
  });

  it("shows help when no command is named", async () => {
    const { run } = createHarness();
    expect(await run("")).toMatchObject({ code: 0, stdout: expect.stringContaining("COMMANDS") });
  });

  it("tells its version", async () => {
    const { run } = createHarness();
    expect(await run("--version")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: "",
    });
  });

  it.each<[line: string, message: string]>([
    ["plam", "error usage: No command registered for `plam`, did you mean `plan`?\n  hint: See `secgroup --help`.\n"],
    ["plan --jsno", "did you mean --json?"],
    ["plan a b", "  hint: See `secgroup plan --help`.\n"],
    ["import ionos", "  hint: See `secgroup import ionos --help`.\n"],
    ["import azure x", '"azure" is no cloud: import ionos DATACENTER, import gcore PROJECT/REGION, or import --from'],
    ["import azure", "  hint: See `secgroup import --help`.\n"],
    ["import", "say what to import: import ionos DATACENTER"],
    ["import ionos a b", 'Too many arguments, expected 1 but encountered "b"'],
    ["import --from terraform state.json", "a format is terraform-state or openstack-json"],
    ["import --from terraform-state", "Expected argument for FILE"],
    ["simulate --port 99999", "a port is a whole number from 0 to 65535"],
  ])("refuses `secgroup %s` with code 1 and says what to do", async (line, message) => {
    const { run } = createHarness();
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error usage: /);
  });

  it.each<[line: string, stderr: string]>([
    [
      "init x.yaml --target fra=ionos",
      'error usage: "fra=ionos" is not a target\n  hint: Write NAME=ionos/DATACENTER or NAME=gcore/PROJECT/REGION.\n',
    ],
    ["init x.yaml --begin nothing", "  hint: See `secgroup init --help`.\n"],
    ["simulate --port x", "  hint: See `secgroup simulate --help`.\n"],
    ["explain web tcp/22 form any", "  hint: See `secgroup explain --help`.\n"],
    ["import --from terraform state.json", "  hint: See `secgroup import --help`.\n"],
    ["completion cmd", "  hint: See `secgroup completion --help`.\n"],
  ])("says what is wrong with a word of `%s` and what to do, without a stack", async (line, wanted) => {
    const { run } = createHarness();
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.slice(-wanted.length)).toBe(wanted);
    expect(stderr).not.toMatch(/Unable to parse|^\s+at .*:\d+/m);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  it("gives a usage error as JSON too", async () => {
    const { run } = createHarness();
    expect(JSON.parse((await run("plan --json --nonsense")).stdout)).toMatchObject({ error: { code: "usage" } });
  });
});
