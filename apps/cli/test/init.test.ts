import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canaryEnvironment, createHarness, type Harness } from "./support/harness.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";
const both = `--target fra=ionos/${datacenter} --target lux=gcore/1/1`;
const firstLine = "# yaml-language-server: $schema=./secgroup.schema.json\n";

async function expectQuiet({ run }: Harness, file = "secgroup.yaml"): Promise<void> {
  expect(await run(`validate ${file}`)).toMatchObject({ code: 0, stderr: "" });
  expect(await run(`plan ${file} --detailed-exitcode`)).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringContaining("Nothing to do"),
  });
}

describe("secgroup init", () => {
  it("imports what stands on several targets into one document whose plan is empty", async () => {
    const harness = createHarness({ seed: true });
    const { code, stdout, stderr } = await harness.run(`init ${both} --begin import`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toBe(`✓ secgroup.yaml: 2 targets and 3 groups; its plan is empty
✓ secgroup.schema.json: what editors read to complete and check the document
Next: secgroup plan secgroup.yaml
`);
    expect(harness.read("secgroup.yaml")).toContain(
      `${firstLine}targets:\n  fra: { cloud: ionos, datacenter: ${datacenter} }\n`,
    );
    await expectQuiet(harness);
    expect(harness.writesSince(0)).toEqual([]);
  });

  it("keeps references between groups and leaves out what no document can describe, on any target", async () => {
    const harness = createHarness();
    const { gcore, ionos } = harness.simulator;
    const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp" } as const;
    const web = gcore.addGroup(1, 1, { name: "web", rules: [] });
    gcore.addGroup(1, 1, { name: "database", rules: [{ ...rule, remote_group_id: web }] });
    ionos.addGroup(datacenter, { name: "web", rules: [] });
    const odd = ionos.addGroup(datacenter, {
      name: "odd",
      rules: [{ type: "INGRESS", protocol: "TCP", ipVersion: "IPv4", portRangeStart: 9, portRangeEnd: 5 }],
    });
    const beyond = ionos.addGroup(datacenter, {
      name: "beyond",
      rules: [{ type: "INGRESS", protocol: "ICMP", ipVersion: "IPv4", icmpType: 255 }],
    });
    const { code, stdout } = await harness.run(`init ${both} --begin import`);
    expect(code).toBe(0);
    expect(stdout).toContain(`left out odd (${odd}): its rule `);
    expect(stdout).toContain(`left out beyond (${beyond}): IONOS Cloud cannot express this rule: `);
    expect(stdout).toContain("✓ secgroup.yaml: 2 targets and 3 groups; its plan is empty");
    expect(harness.read("secgroup.yaml")).toContain("group:web-lux");
    await expectQuiet(harness);
  });

  it("begins with an example that is commented out, without asking a cloud", async () => {
    const harness = createHarness();
    const { code, stdout } = await harness.run(`init net.yml ${both} --begin example`);
    expect(code).toBe(0);
    expect(stdout).toContain("✓ net.yml: 2 targets and 0 groups; its plan is empty\n");
    expect(harness.simulator.requests).toEqual([]);
    await expectQuiet(harness, "net.yml");

    const text = harness.read("net.yml");
    expect(text).not.toContain("groups: {}");
    const uncommented = text.slice(text.indexOf("# An example")).replaceAll(/^# /gm, "").replace(/^.*\n/, "");
    harness.write("taken.yaml", text.slice(0, text.indexOf("# An example")) + uncommented);
    expect(await harness.run("validate taken.yaml")).toMatchObject({
      code: 0,
      stdout: "✓ taken.yaml is valid: 2 targets and 1 group\n",
    });
    expect((await harness.run("plan taken.yaml --detailed-exitcode")).code).toBe(2);
  });

  it("names targets after their clouds where no name is given", async () => {
    const harness = createHarness();
    await harness.run(`init --target ionos/${datacenter} --target gcore/1/1 --begin example`);
    expect(harness.read("secgroup.yaml")).toContain("  ionos: { cloud: ionos,");
    expect(harness.read("secgroup.yaml")).toContain("  gcore: { cloud: gcore,");
  });

  it("puts the JSON Schema beside the document, the same that `secgroup schema` prints", async () => {
    const harness = createHarness();
    await harness.run(`init ${both} --begin example`);
    expect(harness.read("secgroup.schema.json")).toBe((await harness.run("schema")).stdout);
    const again = await harness.run(`init other.yaml ${both} --begin example`);
    expect(again.stdout).toContain("✓ secgroup.schema.json is there already\n");
    harness.write("secgroup.schema.json", "{}");
    const other = await harness.run(`init third.yaml ${both} --begin example`);
    expect(other).toMatchObject({ code: 0, stdout: expect.stringContaining("left as it is secgroup.schema.json") });
    expect(harness.read("secgroup.schema.json")).toBe("{}");
  });

  it("never overwrites a document without being told", async () => {
    const harness = createHarness();
    harness.write("secgroup.yaml", "mine");
    const { code, stderr } = await harness.run(`init ${both} --begin example`);
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: secgroup.yaml exists and is not overwritten");
    expect(harness.read("secgroup.yaml")).toBe("mine");
    expect(existsSync(join(harness.folder, "secgroup.schema.json"))).toBe(false);
    expect((await harness.run(`init ${both} --begin example --force`)).code).toBe(0);
    expect(harness.read("secgroup.yaml")).toContain(firstLine);
  });

  it("tells which variables are missing, and writes none", async () => {
    const harness = createHarness();
    const environment = { IONOS_DATACENTER_ID: datacenter };
    const { code, stdout } = await harness.run(`init ${both} --begin example`, { environment });
    expect(code).toBe(0);
    expect(stdout).toContain("not set There are no credentials for IONOS Cloud: neither IONOS_TOKEN nor");
    expect(stdout).toContain("not set Gcore cannot be reached: GCORE_API_KEY is not set.");
    expect(stdout).toContain("Next: secgroup doctor secgroup.yaml\n");
    expect(harness.read("secgroup.yaml")).not.toMatch(/TOKEN|API_KEY/);

    const imported = await harness.run(`init other.yaml ${both} --begin import`, { environment });
    expect(imported.code).toBe(1);
    expect(imported.stderr.match(/^error missing-credentials: /gm)).toHaveLength(2);
    expect(existsSync(join(harness.folder, "other.yaml"))).toBe(false);
  });
});

describe("secgroup init in a script", () => {
  it.each<[line: string, message: string]>([
    [
      "init",
      "nobody can be asked, and flags do not say the targets (--target NAME=ionos/DATACENTER or NAME=gcore/PROJECT/REGION) and what to begin with (--begin import or --begin example)",
    ],
    [`init ${both}`, "flags do not say what to begin with (--begin import or --begin example)\n"],
    ["init --begin example", "flags do not say the targets ("],
    ["init --target azure/1 --begin example", '"azure/1" is not a target'],
    ["init --target 1=gcore/1/2 --begin example", "a name begins with a letter"],
    ["init --target a=gcore/1 --begin example", "project and region are named by their numbers, such as 1234/76"],
    ["init --target a=ionos/x/y --begin example", "a datacenter is named by its id"],
    ["init --target a=gcore/1/2 --target a=gcore/1/3 --begin example", "another target is called a"],
    ["init --target a=gcore/1/2 --target b=gcore/1/2 --begin example", "it is the same place as a"],
    ["init --target a=gcore/1/2 --begin nothing", "nothing"],
    [`init net.json ${both} --begin example`, "net.json cannot be the document: a document ends in .yaml or .yml"],
    [`init nowhere/net.yaml ${both} --begin example`, "nowhere/net.yaml cannot be written"],
  ])("refuses `%s` with code 1, and writes nothing", async (line, message) => {
    const { run, folder } = createHarness();
    const { code, stdout, stderr } = await run(line);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error (usage|invalid-document): /);
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("secgroup init at a terminal", () => {
  it("asks for places, what to begin with and a file, and says what is wrong with an answer", async () => {
    const harness = createHarness({ seed: true });
    const { code, stdout, stderr } = await harness.run("init", {
      // The place that the environment names is taken as it is.
      answers: [
        "ionos",
        "",
        "1x",
        "fra",
        "yes",
        "gcore",
        "1-1",
        "1/1",
        "fra",
        "lux",
        "no",
        "import",
        "net.json",
        "net.yaml",
      ],
    });
    expect(code).toBe(0);
    expect(stderr).toBe(`Which cloud do the groups live on?
The id of the virtual datacenter?
What is it called in the document?
! a name begins with a letter and has letters, digits, _ and - only
What is it called in the document?
Is there another place with groups?
Which cloud do the groups live on?
The numbers of project and region, such as 1234/76?
! project and region are named by their numbers, such as 1234/76
The numbers of project and region, such as 1234/76?
What is it called in the document?
! another target is called fra
What is it called in the document?
Is there another place with groups?
What does the document begin with?
Which file?
! a document ends in .yaml or .yml
Which file?
`);
    expect(stdout).toContain("✓ net.yaml: 2 targets and 3 groups; its plan is empty\n");
    await expectQuiet(harness, "net.yaml");
  });

  it.each(["net.yaml", ""])("asks nothing where flags say places and beginning: init %s", async (file) => {
    const harness = createHarness();
    const ran = await harness.run(`init ${file} ${both} --begin example`, { answers: [] });
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(harness.read(file || "secgroup.yaml")).toContain(firstLine);
  });

  it("neither asks nor overwrites where flags say all but --force", async () => {
    const harness = createHarness();
    harness.write("secgroup.yaml", "mine");
    const { code, stderr } = await harness.run(`init ${both} --begin example`, { answers: [] });
    expect(code).toBe(1);
    expect(stderr).toBe(`error usage: secgroup.yaml exists and is not overwritten
  at secgroup.yaml
  hint: Name another file, or overwrite it with --force.
`);
    expect(harness.read("secgroup.yaml")).toBe("mine");
  });

  it("asks what flags leave open", async () => {
    const { run } = createHarness();
    const { code, stderr } = await run(`init ${both}`, { answers: ["example", "net.yaml"] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "What does the document begin with?\nWhich file?\n" });
  });

  it.each([
    ["keep", 1, "mine"],
    ["overwrite", 0, expect.stringContaining(firstLine)],
  ])("asks before it overwrites: %s", async (answer, code, text) => {
    const harness = createHarness();
    harness.write("secgroup.yaml", "mine");
    const ran = await harness.run(`init ${both}`, { answers: ["example", "", answer] });
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain("Which file?\nsecgroup.yaml exists.\n");
    expect(harness.read("secgroup.yaml")).toEqual(text);
  });

  it("ends with 130 at Ctrl-C, and nothing is written", async () => {
    const { run, folder } = createHarness();
    const { code } = await run("init", { answers: ["gcore", "1/1"], environment: canaryEnvironment });
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });
});
