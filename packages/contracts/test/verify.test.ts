import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommand } from "../src/command/run-command.ts";
import { ownPacts, readPacts } from "../src/pact-file.ts";
import { providers } from "../src/provider.ts";
import { plant, type Json } from "./support/plant.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-"));
});
afterEach(() => rm(folder, { recursive: true }));

const write = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
};

const interactionOf = {
  ionos: "datacentersSecuritygroupsFirewallrulesPost: TCP, one port, from a block",
  gcore: "SecurityGroupInstanceViewSetV2.patch: rules complete, those to keep beside those to add",
} as const;

/** A folder with one interaction of each adapter, one of them changed. */
async function pactsWith(
  changed?: "ionos" | "gcore",
  change: (interaction: Json) => void = () => undefined,
): Promise<string> {
  for (const pact of await readPacts(ownPacts)) {
    const name = pact.provider === "ionos-cloudapi" ? "ionos" : "gcore";
    await write(`${name}.json`, plant(pact, interactionOf[name], name === changed ? change : () => undefined).content);
  }
  return folder;
}

interface Run {
  readonly exitCode: number;
  readonly printed: string;
  readonly complaint: string;
  /** The checks that failed, as `provider check`. */
  readonly red: readonly string[];
}

async function run(...args: string[]): Promise<Run> {
  const json = join(folder, "report.txt");
  const told = { printed: "", complaint: "" };
  const exitCode = await runCommand([...args, "--json", json], {
    environment: {},
    print: (text) => void (told.printed += text),
    complain: (text) => void (told.complaint += text),
  });
  const text = exitCode === 2 ? '{"reports":[]}' : await readFile(json, "utf8");
  const { reports }: { reports: { provider: string; check: string; passed: boolean }[] } = JSON.parse(text);
  const red = reports.filter(({ passed }) => !passed).map(({ provider, check }) => `${provider} ${check}`);
  return { exitCode, red, ...told };
}

describe("verify", () => {
  it("passes when all holds, and says of each check what it did", async () => {
    const gcore = providers.find(({ name }) => name === "gcore")?.document;
    const pacts = await pactsWith();
    const upstream = join(await mkdtemp(join(tmpdir(), "upstream-")), "gcore.json");
    await writeFile(upstream, JSON.stringify(gcore));
    const { exitCode, printed, red } = await run("verify", "--pacts", pacts, "--upstream", upstream);
    expect(red).toEqual([]);
    expect(exitCode).toBe(0);
    expect(printed).toContain("IONOS Cloud\n  ok   pact against spec      1 looked at\n");
    expect(printed).toContain("Gcore\n");
    expect(printed).toContain("--   live API               skipped: no GCORE_API_KEY");
    expect(printed).toContain("All of it holds.");
  });

  it("turns red where a document calls a field otherwise, and nowhere else", async () => {
    const document = providers.find(({ name }) => name === "ionos")?.document;
    const pacts = await pactsWith();
    const spec = join(await mkdtemp(join(tmpdir(), "spec-")), "ionos.json");
    await writeFile(spec, JSON.stringify(document).replaceAll('"portRangeStart"', '"portRangeBegin"'));
    const { exitCode, printed, red } = await run("verify", "--provider", "ionos", "--pacts", pacts, "--spec", spec);
    expect(exitCode).toBe(1);
    expect(red).toEqual(["ionos pact-against-spec", "ionos spec-against-vendor"]);
    expect(printed).toContain("FAIL pact against spec      1 of 1 wrong");
    expect(printed).toMatch(/request\.body\.properties: .*/);
  });

  it("turns red on the vendor's side alone where a pact calls a field otherwise", async () => {
    const pacts = await pactsWith("gcore", ({ request }) => {
      const { port_range_min: port, ...rest } = request.body.content.rules[0];
      request.body.content.rules[0] = { ...rest, port_min: port };
    });
    const { exitCode, printed, red } = await run("verify", "--pacts", pacts);
    expect(exitCode).toBe(1);
    expect(red).toEqual(["gcore pact-against-spec", "gcore simulator-against-pact"]);
    expect(printed).toContain("port_min");
    expect(printed).toContain("2 of 8 checks failed.");
  });

  it("takes the pacts of anybody's consumer, and names the states that it lacks", async () => {
    await pactsWith("ionos", (interaction) => (interaction.providerStates = [{ name: "a blue moon" }]));
    await rm(join(folder, "gcore.json"));
    const pact: Json = JSON.parse(await readFile(join(folder, "ionos.json"), "utf8"));
    await write("ionos.json", { ...pact, consumer: { name: "my-tool" }, provider: { name: "cloud" } });
    const unclear = await run("verify", "--pacts", folder);
    expect(unclear.exitCode).toBe(2);
    expect(unclear.complaint).toContain('is about "cloud"');
    const { red, printed } = await run("verify", "--provider", "ionos", "--pacts", folder);
    expect(red).toEqual(["ionos simulator-against-pact"]);
    expect(printed).toContain('the simulator has no state "a blue moon"; it has: a datacenter');
  });

  it("counts a check that cannot be run as failed, and runs the others", async () => {
    const pacts = await pactsWith();
    const { exitCode, red, printed } = await run(
      "verify",
      "--pacts",
      pacts,
      "--provider",
      "gcore",
      "--upstream",
      join(folder, "none"),
    );
    expect(exitCode).toBe(1);
    expect(red).toEqual(["gcore spec-against-vendor"]);
    expect(printed).toContain("could not be read");
  });

  it.each([
    [[], "Say what to do."],
    [["verfy"], 'There is no command "verfy".'],
    [["verify", "--provider", "aws"], "there are ionos and gcore"],
    [["verify", "--colour"], "--colour"],
    [["verify", "--spec", "x.json"], "say which with --provider"],
    [["verify", "--pacts", "/nowhere/at/all"], "/nowhere/at/all"],
  ])("cannot be run with %j", async (args, complaint) => {
    const { exitCode, complaint: said, printed } = await run(...args);
    expect(exitCode).toBe(2);
    expect(said).toContain(complaint);
    expect(printed).toBe("");
  });
});
