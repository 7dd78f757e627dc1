import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPlan } from "../src/plan-file/read-plan-file.ts";
import { createHarness, type Harness } from "./support/harness.ts";
import { drifted, targets } from "./support/documents.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- the tests reach into a file that they change on purpose
type Json = any;

async function planned(): Promise<Harness & { edit: (change: (plan: Json) => void) => void }> {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", drifted);
  expect((await harness.run("plan --out plan.json")).code).toBe(0);
  return {
    ...harness,
    edit: (change) => {
      const plan: Json = JSON.parse(harness.read("plan.json"));
      change(plan);
      harness.write("plan.json", JSON.stringify(plan));
    },
  };
}

describe("a plan file", () => {
  it("is run exactly as it stands", async () => {
    const { run, write, writesSince } = await planned();
    // What the document says by now does not matter.
    write("secgroup.yaml", "nonsense");
    const { code, stdout } = await run("apply plan.json --yes");
    expect(code).toBe(0);
    expect(stdout).toContain("- retired  delete the group and its 2 rules");
    expect(stdout).toContain("✓ fra  4 steps done");
    expect(writesSince(0)).toHaveLength(7);
  });

  it("tells no reads, which it was not told of", async () => {
    const { run } = await planned();
    expect((await run("plan")).stdout).toMatch(/API calls: \d+ writes.*, \d+ reads?\n/);
    const { stdout } = await run("apply plan.json --yes");
    expect(stdout).toMatch(/API calls: \d+ writes?( in \d+ waves)?\n/);
    expect(stdout).not.toContain("0 reads");
  });

  it("is refused as stale when the cloud has changed since, and nothing is written", async () => {
    const { run, simulator, writesSince } = await planned();
    const [web] = simulator.gcore.groups(1, 1);
    simulator.gcore.editRules(web?.id ?? "", (rules) => rules.slice(1));
    const { code, stderr } = await run("apply plan.json --yes");
    expect(code).toBe(1);
    expect(stderr).toBe(
      "error stale-plan: the group web has changed since the plan was made\n  target lux, group web\n  hint: Make a new plan and look at it before applying.\n",
    );
    expect(writesSince(0)).toEqual([]);
  });

  it("is refused as stale when it was applied already", async () => {
    const { run } = await planned();
    expect((await run("apply plan.json --yes")).code).toBe(0);
    expect((await run("apply plan.json --yes")).stderr).toContain("error stale-plan");
  });

  it("can be read by its owner only, also in the place of one that others could read", async () => {
    const { run, folder } = await planned();
    expect(statSync(join(folder, "plan.json")).mode & 0o777).toBe(0o600);
    writeFileSync(join(folder, "open.json"), "old and longer than nothing", { mode: 0o644 });
    await run("plan --out open.json");
    expect(statSync(join(folder, "open.json")).mode & 0o777).toBe(0o600);
  });

  it("holds everything that a plan can hold", async () => {
    const { run, write, simulator, writesSince } = createHarness();
    const base = {
      direction: "ingress",
      ethertype: "IPv4",
      protocol: "tcp",
      port_range_min: 1,
      port_range_max: 1,
    } as const;
    const rules = [
      base,
      { ...base, port_range_min: 2, port_range_max: 2, description: "two" },
      { ...base, protocol: "icmp", port_range_min: 8, port_range_max: 0 } as const,
    ];
    simulator.gcore.addGroup(1, 1, { name: "kept", rules, tags: { old: "1" } });
    simulator.gcore.addGroup(1, 1, { name: "other", rules, tags: { old: "1", team: "edge" }, description: "x" });
    simulator.ionos.addGroup("5ec90000-0000-4000-8000-000000000001", {
      name: "mac",
      rules: [
        {
          type: "INGRESS",
          protocol: "TCP",
          ipVersion: "IPv4",
          sourceMac: "02:01:0a:0b:0c:0d",
          targetIp: "10.0.0.4",
          name: "before",
        },
      ],
    });
    write(
      "secgroup.yaml",
      `${targets}
  kept: { on: lux, unlistedRules: keep, tags: {}, ingress: [{ protocol: tcp, ports: 2, ipVersion: IPv4, description: three }, { allow: udp/5-9, from: "group:new" }] }
  other: { on: lux, description: "y", tags: { team: core }, ingress: [{ allow: tcp/1, from: 0.0.0.0/0 }] }
  new: { on: lux, tags: { a: b }, egress: [{ allow: [gre, icmp/3.4, ipv6-icmp], to: "group:new" }] }
  mac: { on: fra, ingress: [{ protocol: tcp, sourceMac: "02:01:0a:0b:0c:0d", local: 10.0.0.4, description: after }] }
  gone: { on: [fra, lux], ensure: absent }
`,
    );
    expect((await run("plan --out plan.json")).stderr).toBe("");
    const { code, stderr } = await run("apply plan.json --yes --force");
    expect({ code, stderr: stderr.includes("error") }).toEqual({ code: 0, stderr: false });
    expect(writesSince(0).length).toBeGreaterThan(3);
    expect((await run("plan --detailed-exitcode")).code).toBe(0);
  });

  it("comes back as it was written, with what it opens, closes and cannot promise", async () => {
    const { run, write, read, simulator } = createHarness();
    const web = simulator.gcore.addGroup(1, 1, { name: "web", rules: [] });
    const base = { direction: "ingress", ethertype: "IPv4" } as const;
    simulator.gcore.addGroup(1, 1, {
      name: "mixed",
      rules: [
        { ...base, protocol: "tcp", port_range_min: 1, port_range_max: 9, remote_group_id: web },
        { ...base, protocol: "icmp", port_range_min: 3, port_range_max: 4 },
        { ...base, protocol: "esp", remote_ip_prefix: "10.0.0.0/8" },
        { ...base, protocol: "udp", port_range_min: 53, port_range_max: 53 },
      ],
    });
    write(
      "secgroup.yaml",
      `${targets}
  web: { on: lux }
  mixed: { on: lux, ingress: [{ allow: udp/53, from: 0.0.0.0/0, description: new }, { allow: [icmp, gre], from: 10.0.0.0/8 }, { allow: tcp, from: "group:new" }], egress: [{ allow: any, to: 10.0.0.0/9 }] }
  new: { on: lux, ingress: [{ allow: any, from: any }] }
  mac: { on: fra, ingress: [{ protocol: tcp, sourceMac: "02:01:0a:0b:0c:0d", local: 10.0.0.4 }] }
`,
    );
    expect((await run("plan --relabel --out plan.json")).stderr).toBe("");
    const written: Json = JSON.parse(read("plan.json"));
    const lux = written.targets[1];
    expect(lux.unproved).not.toEqual([]);
    expect(lux.groups.find(({ key }: Json) => key === "mixed").traffic.opens.length).toBeGreaterThan(1);
    const { document, ...plan } = written;
    expect(document).toBe("secgroup.yaml");
    expect(JSON.parse(JSON.stringify(await readPlan(written, "plan.json")))).toEqual(plan);
    lux.unproved.push(
      { reason: "exceeds-limit", group: "web", wave: 0, step: 0, rules: 251, limit: 250 },
      { ...lux.unproved[0], handedOverTo: "new" },
    );
    expect(await readPlan(written, "plan.json")).toEqual(plan);
  });

  it.each<[string, (plan: Json) => void, string]>([
    [
      "traffic of no protocol",
      (plan) => (plan.targets[0].groups[0].traffic.opens[0].line.services.items[0].protocol = "tpc"),
      "targets[0].groups[0].traffic.opens[0].line.services.items[0]",
    ],
    [
      "an example that is no packet",
      (plan) => (plan.targets[0].groups[0].traffic.opens[0].example.port = 65_536),
      "targets[0].groups[0].traffic.opens[0].example",
    ],
    ["nothing said of what is not proved", (plan) => delete plan.targets[0].unproved, "targets[0].unproved"],
    [
      "a doubt about a step that the plan does not have",
      (plan) =>
        plan.targets[0].unproved.push({ reason: "exceeds-limit", group: "web", wave: 0, step: 9, rules: 2, limit: 1 }),
      "targets[0].unproved[0]",
    ],
    ["an unknown field", (plan) => (plan.targets[0].groups[0].extra = 1), "targets[0].groups[0]"],
    ["another format", (plan) => (plan.format = "secgroup-plan/2"), "format"],
    ["an unknown action", (plan) => (plan.targets[0].groups[0].action = "destroy"), "targets[0].groups[0].action"],
    ["a missing field", (plan) => delete plan.targets[0].waves, "targets[0].waves"],
    ["a fingerprint that is none", (plan) => (plan.targets[0].groups[0].base = "abc"), "targets[0].groups[0].base"],
    ["an unknown cloud", (plan) => (plan.targets[0].cloud = "other"), "targets[0].cloud"],
    [
      "a rule with a bad protocol",
      (plan) => (plan.targets[0].groups[0].added[0].protocol = "tpc"),
      "targets[0].groups[0].added[0].protocol",
    ],
    [
      "a rule that is not canonical",
      (plan) => (plan.targets[0].groups[0].added[0].ports = { from: 1, to: 65535 }),
      "targets[0].groups[0].added[0]",
    ],
    [
      "a rule with host bits",
      (plan) => (plan.targets[0].groups[0].added[0].remote = { kind: "cidr", cidr: "10.0.0.1/8" }),
      "targets[0].groups[0].added[0].remote",
    ],
    ["an empty id", (plan) => (plan.targets[0].groups[0].id = ""), "targets[0].groups[0].id"],
    [
      "a step about a group that the plan does not list",
      (plan) => (plan.targets[0].waves[1][0].group.id = "another"),
      "targets[0].waves[1][0]",
    ],
    [
      "a new group that the plan does not list",
      (plan) => (plan.targets[1].waves[0].find((step: Json) => step.kind === "create-group").name = "other"),
      "targets[1].waves[0][",
    ],
    [
      "a step that gives a group another description than the plan lists",
      (plan) =>
        (plan.targets[1].waves.flat().find((step: Json) => step.fields !== undefined).fields.description = "mine"),
      "targets[1].waves[",
    ],
    [
      "a step that gives a new group tags that the plan does not list",
      (plan) =>
        (plan.targets[1].waves[0].find((step: Json) => step.kind === "create-group").tags = { owner: "somebody" }),
      "targets[1].waves[0][",
    ],
    [
      "a step that writes a rule that the plan does not list",
      (plan) =>
        (plan.targets[1].waves[0].find((step: Json) => step.kind === "create-group").rules[0].ports = {
          from: 1,
          to: 2,
        }),
      "targets[1].waves[0][",
    ],
    ["a wave left out", (plan) => plan.targets[0].waves.pop(), "targets[0].waves"],
    ["a target twice", (plan) => (plan.targets[1].target = "fra"), "targets[1].target"],
  ])("with %s is refused, naming the field", async (_what, change, path) => {
    const { run, edit, simulator } = await planned();
    edit(change);
    const before = simulator.requests.length;
    const { code, stdout, stderr } = await run("apply plan.json --yes --json");
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error.code).toBe("invalid-plan");
    expect(error.place.file).toBe("plan.json");
    expect([error, ...(error.related ?? [])].some(({ place }) => place.path.startsWith(path))).toBe(true);
    expect(stderr).toContain(`error invalid-plan: ${path}`);
    expect(simulator.requests.length).toBe(before);
  });

  it("with a place that no cloud has is refused", async () => {
    const { run, edit } = await planned();
    edit((plan) => (plan.targets[0].location = { project: 1, region: 1 }));
    expect((await run("apply plan.json --yes")).stderr).toContain("error invalid-plan: the place of the target");
  });

  it("says what is wrong once for each field, ten at most", async () => {
    const { run, edit } = await planned();
    edit((plan) => {
      for (const group of plan.targets[0].groups) group.base = 1;
    });
    expect((await run("apply plan.json --yes")).stderr).toMatch(
      /error invalid-plan: .*\n(.*\n)*error invalid-plan: .*\n(.*\n)*2 errors\n$/,
    );
  });

  it("cannot be relabelled", async () => {
    const { run } = await planned();
    expect((await run("apply plan.json --yes --relabel")).stderr).toContain(
      "error usage: --relabel is a matter of planning",
    );
  });

  it("that cannot be written is an error", async () => {
    const { run, write } = createHarness({ seed: true });
    write("secgroup.yaml", drifted);
    const { code, stderr } = await run("plan --out no/such/folder/plan.json");
    expect(code).toBe(1);
    expect(stderr).toContain("error usage: the plan cannot be written to no/such/folder/plan.json");
  });
});
