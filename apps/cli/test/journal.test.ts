import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createHarness, type Harness, type Ran } from "./support/harness.ts";
import { drifted } from "./support/documents.ts";

const datacenter = "5ec90000-0000-4000-8000-000000000001";

/** What both clouds enforce, without ids. */
function contents({ simulator }: Harness): unknown {
  const plain = (group: {
    readonly name: string;
    readonly description: string;
    readonly rules: readonly object[];
  }) => ({
    name: group.name,
    description: group.description,
    rules: group.rules.map((rule) => JSON.stringify({ ...rule, id: undefined })).toSorted(),
  });
  return {
    ionos: simulator.ionos.groups(datacenter).map(plain).toSorted(byName),
    gcore: simulator.gcore.groups(1, 1).map(plain).toSorted(byName),
  };
}

const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name < right.name ? -1 : 1;

function start(): Harness {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", drifted);
  return harness;
}

const kinds = (text: string): string[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { readonly kind: string }).kind);

/** An apply that is stopped when the clouds have taken on its first writes. */
async function stopHalfWay({ run, simulator, clock }: Harness, line = "apply --yes"): Promise<void> {
  const interrupt = new AbortController();
  const before = simulator.requests.filter(({ method }) => method !== "GET").length;
  clock.onSleep(() => {
    if (simulator.requests.filter(({ method }) => method !== "GET").length > before) interrupt.abort();
  });
  expect((await run(line, { signal: interrupt.signal })).code).toBe(130);
}

describe("the journal of an apply", () => {
  it("is beside the document, for its owner only, and tells all that was done", async () => {
    const { run, folder, read } = start();
    expect((await run("apply --yes")).code).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(["secgroup.yaml", "secgroup.yaml.journal"]);
    expect(statSync(join(folder, "secgroup.yaml.journal")).mode & 0o777).toBe(0o600);
    const found = kinds(read("secgroup.yaml.journal"));
    expect(found[0]).toBe("begun");
    expect(found.at(-1)).toBe("ended-all");
    for (const kind of ["sending", "accepted", "ended"]) expect(found.filter((one) => one === kind)).toHaveLength(7);
  });

  it("is not begun by a plan that writes nothing, so that the way back stays open", async () => {
    const { run, read } = start();
    await run("apply --yes");
    const before = read("secgroup.yaml.journal");
    expect((await run("apply --yes")).code).toBe(0);
    expect(read("secgroup.yaml.journal")).toBe(before);
  });

  it("is kept as .old by the next one", async () => {
    const { run, read, simulator } = start();
    await run("apply --yes");
    const first = read("secgroup.yaml.journal");
    const [web] = simulator.gcore.groups(1, 1);
    simulator.gcore.editRules(web?.id ?? "", (rules) => rules.slice(1));
    expect((await run("apply --yes --force")).code).toBe(0);
    expect(read("secgroup.yaml.journal.old")).toBe(first);
  });

  it("that another process holds stops an apply before it writes anything", async () => {
    const { run, folder, writesSince } = start();
    writeFileSync(join(folder, "secgroup.yaml.journal.lock"), String(process.ppid));
    const { code, stderr } = await run("apply --yes");
    expect(code).toBe(1);
    expect(stderr).toContain(
      `error journal-unusable: another apply of this document is at work (process ${process.ppid})`,
    );
    expect(writesSince(0)).toEqual([]);
  });

  it.each(["999999999", "", "nonsense"])("takes over the lock that a dead process left behind (%j)", async (pid) => {
    const { run, folder } = start();
    const lock = join(folder, "secgroup.yaml.journal.lock");
    writeFileSync(lock, pid);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    expect((await run("apply --yes")).code).toBe(0);
    expect(readdirSync(folder)).not.toContain("secgroup.yaml.journal.lock");
  });
});

describe("a second apply of the same document", () => {
  const held = "error journal-unusable: another apply of this document is at work";

  it.each([
    ["is planning", (requests: number) => requests === 1],
    ["is writing", (_requests: number, writes: number) => writes === 1],
  ])("stops at once while the first one %s, also when that one is of a plan file", async (_, isMoment) => {
    for (const [first, second] of [
      ["apply --yes", "apply --yes"],
      ["apply --yes", "apply plan.json --yes"],
      ["apply plan.json --yes", "apply --yes"],
    ] as const) {
      const harness = start();
      await harness.run("plan --out plan.json");
      let requests = 0;
      let writes = 0;
      let other: Promise<Ran> | undefined;
      const before = harness.simulator.requests.length;
      const ran = await harness.run(first, {
        fetch: async (request, fetch) => {
          requests += 1;
          if (request.method !== "GET") writes += 1;
          if (other === undefined && isMoment(requests, writes)) {
            other = harness.run(second);
            await other;
            expect(harness.simulator.requests.length - before).toBe(requests - 1);
          }
          return fetch(request);
        },
      });
      expect(ran.code).toBe(0);
      expect(await other).toMatchObject({ code: 1, stderr: expect.stringContaining(held) });
    }
  });

  it("stops also while the lock is just being taken", async () => {
    const { run, folder } = start();
    writeFileSync(join(folder, "secgroup.yaml.journal.lock"), "");
    expect(await run("apply --yes")).toMatchObject({ code: 1, stderr: expect.stringContaining(held) });
  });
});

describe("an apply of a plan file", () => {
  it("keeps the journal of the document that the plan was made of", async () => {
    const harness = start();
    await harness.run("plan --out plan.json");
    await stopHalfWay(harness, "apply plan.json --yes");
    expect(readdirSync(harness.folder).filter((name) => name.includes("journal"))).toEqual(["secgroup.yaml.journal"]);
    expect((await harness.run("apply --resume")).code).toBe(0);
    expect((await harness.run("plan")).stdout).toContain("Nothing to do");
  });

  it("is what a rollback of the document goes back from", async () => {
    const harness = start();
    await harness.run("apply --yes");
    const between = contents(harness);
    harness.write(
      "secgroup.yaml",
      drifted.replace("database:\n    on: lux", "database:\n    on: lux\n    description: new"),
    );
    await harness.run("plan --out plan.json");
    await harness.run("apply plan.json --yes");
    expect(contents(harness)).not.toEqual(between);
    expect((await harness.run("apply --rollback --yes")).code).toBe(0);
    expect(contents(harness)).toEqual(between);
  });

  it("keeps a journal of its own where the document is not", async () => {
    const harness = start();
    await harness.run("plan --out plan.json");
    rmSync(join(harness.folder, "secgroup.yaml"));
    await harness.run("apply plan.json --yes");
    expect(readdirSync(harness.folder).toSorted()).toEqual(["plan.json", "plan.json.journal"]);
  });
});

describe("secgroup apply --resume", () => {
  it("goes on with what was stopped, without asking, and then the plan is empty", async () => {
    const harness = start();
    await stopHalfWay(harness);
    const resumed = await harness.run("apply --resume");
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toMatch(/✓ fra .*\n✓ lux .*\n$/);
    expect(await harness.run("plan --detailed-exitcode")).toMatchObject({ code: 0 });
    expect(kinds(harness.read("secgroup.yaml.journal")).filter((kind) => kind === "ended-all")).toHaveLength(2);
    // Nothing was sent twice.
    expect(harness.writesSince(0)).toHaveLength(7);
  });

  it("says when there is nothing to go on with", async () => {
    const { run, writesSince } = start();
    await run("apply --yes");
    const before = writesSince(0).length;
    expect(await run("apply --resume")).toMatchObject({
      code: 0,
      stderr: "The last apply came to its end; there is nothing to go on with.\n",
    });
    expect(writesSince(0)).toHaveLength(before);
  });

  it("leaves alone what somebody else changed since", async () => {
    const harness = start();
    await stopHalfWay(harness);
    const web = harness.simulator.ionos.groups(datacenter).find(({ name }) => name === "web");
    harness.simulator.ionos.editRules(web?.id ?? "", (rules) => [
      ...rules,
      { type: "INGRESS", ipVersion: "IPv4", protocol: "TCP", portRangeStart: 9999, portRangeEnd: 9999 },
    ]);
    const { code, stderr, stdout } = await harness.run("apply --resume");
    expect(code).toBe(1);
    expect(stderr).toContain("error stale-plan: somebody else changed what is being applied");
    expect(stderr).toContain("tcp/9999");
    expect(stdout).toMatch(/✓ lux/);
  });

  it.each<[string, (text: string) => string, string]>([
    ["a line that is not JSON", (text) => text.replace("\n", "\nnonsense\n"), "line 2|:2"],
    ["a field that is missing", (text) => text.replace('"secgroup-journal/1"', '"secgroup-journal/9"'), "format"],
    ["no beginning", (text) => text.slice(text.indexOf("\n") + 1), "does not begin"],
    ["nothing", () => "", "does not begin"],
  ])("refuses a journal with %s", async (_, damage, message) => {
    const harness = start();
    await stopHalfWay(harness);
    harness.write("secgroup.yaml.journal", damage(harness.read("secgroup.yaml.journal")));
    const before = harness.writesSince(0).length;
    const { code, stderr } = await harness.run("apply --resume");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error journal-unusable: /);
    expect(stderr).toMatch(new RegExp(message));
    expect(harness.writesSince(0)).toHaveLength(before);
  });

  it("passes over a last line that a crash cut off", async () => {
    const harness = start();
    await stopHalfWay(harness);
    harness.write("secgroup.yaml.journal", `${harness.read("secgroup.yaml.journal")}{"kind":"sen`);
    expect((await harness.run("apply --resume")).code).toBe(0);
    expect((await harness.run("apply --resume")).code).toBe(0);
  });

  it("needs a journal", async () => {
    const { code, stderr } = await start().run("apply --resume");
    expect(code).toBe(1);
    expect(stderr).toContain("there is no secgroup.yaml.journal: nothing was applied here under that name");
  });
});

describe("secgroup apply after an apply that did not come to its end", () => {
  it("waits for what that had begun, and plans from what stands then", async () => {
    const harness = start();
    await stopHalfWay(harness);
    const again = await harness.run("apply --yes");
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/^The last apply did not come to its end; waiting for what it had begun\.\n/);
    expect(harness.writesSince(0)).toHaveLength(7);
    expect(await harness.run("plan --detailed-exitcode")).toMatchObject({ code: 0 });
  });

  it("does not wait for one that did, and reads over a journal that it cannot read", async () => {
    const harness = start();
    await harness.run("apply --yes");
    expect((await harness.run("apply --yes")).stderr).toBe("");
    harness.write("secgroup.yaml.journal", "nonsense\n");
    expect(await harness.run("apply --yes")).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("secgroup apply --rollback", () => {
  it("plans the way back to what was there before the last apply, and goes it", async () => {
    const harness = start();
    const before = contents(harness);
    expect((await harness.run("apply --yes --relabel --allow-interruption")).code).toBe(0);
    expect(contents(harness)).not.toEqual(before);
    const back = await harness.run("apply --rollback --yes --relabel --allow-interruption --force");
    expect(back.code).toBe(0);
    expect(back.stdout).toContain("+ retired");
    expect(contents(harness)).toEqual(before);
  });

  it("leads back from half-way too", async () => {
    const harness = start();
    const before = contents(harness);
    await stopHalfWay(harness);
    const back = await harness.run("apply --rollback --yes --force");
    expect(back.code).toBe(0);
    expect(contents(harness)).toEqual(before);
  });

  it("asks before it writes", async () => {
    const harness = start();
    await harness.run("apply --yes");
    const count = harness.writesSince(0).length;
    expect((await harness.run("apply --rollback", { answer: false })).code).toBe(1);
    expect(harness.writesSince(0)).toHaveLength(count);
  });

  it.each(["--resume --rollback", "--resume --relabel"])("is not mixed up: %s is a contradiction", async (flags) => {
    const { code, stderr } = await start().run(`apply ${flags}`);
    expect({ code, said: stderr.slice(0, 12) }).toEqual({ code: 1, said: "error usage:" });
  });
});

describe("a target that cannot be read", () => {
  it.each(["plan", "apply --yes", "drift"])("does not stop the others: %s", async (line) => {
    const { run, simulator, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    // The first call of an apply looks whether the cloud is quiet, and may be refused.
    for (const _ of line.startsWith("apply") ? [1, 2] : [1]) simulator.gcore.refuseNextCall({ status: 403 });
    const { code, stdout, stderr } = await run(line);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error forbidden: .*\n(.*\n)*.*lux/);
    expect(stdout).toContain("fra");
  });
});
