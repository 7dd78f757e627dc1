import type { GcoreGroupSeed } from "@secgroup/simulator";
import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "./support/harness.ts";
import { targets } from "./support/documents.ts";

type Rule = GcoreGroupSeed["rules"][number];

const tcp = (port: number, source?: string): Rule => ({
  direction: "ingress",
  ethertype: "IPv4",
  protocol: "tcp",
  port_range_min: port,
  port_range_max: port,
  ...(source !== undefined && { remote_ip_prefix: source }),
});

/** A Gcore group with rules, and a document that says what it is to have. */
function changing(rules: readonly Rule[], group: string, options: Parameters<typeof createHarness>[0] = {}): Harness {
  const harness = createHarness(options);
  harness.simulator.gcore.addGroup(1, 1, { name: "web", rules: [...rules] });
  harness.write("secgroup.yaml", `${targets}  web: { on: lux, ${group} }\n`);
  return harness;
}

/** What stands below the changes of a group, down to the line of its calls. */
function trafficIn(stdout: string): string {
  return stdout
    .split("\n")
    .filter((line) => /^ {6}(opens|closes|traffic|by| {4,})/.test(line))
    .map((line) => line.slice(6))
    .join("\n");
}

describe("the traffic of a plan", () => {
  it.each<[what: string, rules: readonly Rule[], group: string, wanted: string]>([
    [
      "opens and closes, with the change behind each where it could be several",
      [tcp(80), tcp(22)],
      "ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }, { allow: https, from: any }], egress: [{ allow: dns, to: 10.0.0.0/8 }]",
      [
        "opens   tcp/443 from any              e.g. tcp/443 from 198.51.100.7",
        "        by + ingress tcp/443 from any (IPv4 + IPv6)",
        "opens   tcp/53, udp/53 to 10.0.0.0/8  e.g. tcp/53 to 10.0.0.7",
        "        by + egress tcp/53 to 10.0.0.0/8 (IPv4) and 1 more",
        "closes  tcp/22 from any (IPv4)        e.g. tcp/22 from 198.51.100.7",
      ].join("\n"),
    ],
    [
      "stays as it is where the same is said in other words",
      [tcp(80, "0.0.0.0/1"), tcp(80, "128.0.0.0/1")],
      "ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }]",
      "traffic stays as it is",
    ],
    [
      "stays as it is where only a field changes",
      [tcp(80)],
      "description: new, ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }]",
      "traffic stays as it is",
    ],
  ])("%s", async (_what, rules, group, wanted) => {
    const { run } = changing(rules, group);
    expect(trafficIn((await run("plan")).stdout)).toBe(wanted);
  });

  it("is nothing to speak of where nothing is written", async () => {
    const { run } = changing([tcp(80)], "ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }]");
    const { stdout } = await run("plan");
    expect(trafficIn(stdout)).toBe("");
    expect(stdout).not.toContain("interruption");
  });

  it("is said to stay beside every change that moves no packet", async () => {
    const { run } = changing(
      [tcp(80), tcp(80, "10.0.0.0/8"), { ...tcp(80, "10.1.0.0/16"), description: "old" }],
      "ingress: [{ allow: tcp/80, from: 0.0.0.0/0 }, { allow: tcp/80, from: 10.2.0.0/16, description: new }, { allow: tcp/81, from: 10.2.0.0/16 }]",
    );
    const { stdout } = await run("plan");
    expect(stdout).toContain("      + ingress tcp/80 from 10.2.0.0/16 (IPv4)  new (no effect on traffic)\n");
    expect(stdout).toContain("      + ingress tcp/81 from 10.2.0.0/16 (IPv4)\n");
    expect(stdout).toContain("      - ingress tcp/80 from 10.0.0.0/8 (IPv4)   no effect on traffic\n");
    expect(stdout).toContain("      - ingress tcp/80 from 10.1.0.0/16 (IPv4)  old (no effect on traffic)\n");
    const { counts } = JSON.parse((await run("plan --json")).stdout);
    expect(counts.total).toMatchObject({ rulesWithoutEffect: 3, trafficOpened: 1, trafficClosed: 0, stepsUnproved: 0 });
  });

  it("keeps to a screenful: long lists are cut, and JSON has all", async () => {
    const networks = Array.from(
      { length: 9 },
      (_, index) => `{ allow: udp/${index * 2 + 1}, from: 10.${index}.0.0/16 }`,
    );
    const ports = Array.from({ length: 14 }, (_, index) => `tcp/${index * 2 + 1}`);
    const { run } = changing([], `ingress: [{ allow: [${ports.join()}], from: 192.0.2.0/24 }, ${networks.join()}]`);
    const { stdout } = await run("plan");
    expect(stdout).toContain("      opens   tcp/1, tcp/3, tcp/5, … and 11 more from 192.0.2.0/24\n");
    expect(stdout.match(/^ {6}opens /gm)).toHaveLength(6);
    expect(stdout).toContain("              … and 4 more (--json has all)\n");
    const { plan } = JSON.parse((await run("plan --json")).stdout);
    expect(plan.targets[0].groups[0].traffic.opens).toHaveLength(10);
  });

  it("names groups, not ids, in lines and packets", async () => {
    const { run, simulator, write } = createHarness();
    const web = simulator.gcore.addGroup(1, 1, { name: "web", rules: [] });
    simulator.gcore.addGroup(1, 1, { name: "db", rules: [{ ...tcp(5432), remote_group_id: web }] });
    write("secgroup.yaml", `${targets}  web: { on: lux }\n  db: { on: lux }\n`);
    const { stdout } = await run("plan");
    expect(stdout).toContain("      closes  tcp/5432 from group:web (IPv4)\n");
    expect(stdout).toContain("              e.g. tcp/5432 from 198.51.100.7, a member of web\n");
    expect(stdout).not.toContain(web);
  });

  it("widens in red and narrows in yellow", async () => {
    const { run } = changing([tcp(22)], "ingress: [{ allow: https, from: any }]");
    const { stdout } = await run("plan", { hasColor: true });
    expect(stdout).toContain("\u001b[31mopens  \u001b[39m tcp/443");
    expect(stdout).toContain("\u001b[33mcloses \u001b[39m tcp/22");
  });
});

describe("the calls of a plan", () => {
  it("come with a promise, in the right number", async () => {
    const { run } = changing([tcp(22)], "ingress: [{ allow: https, from: 0.0.0.0/0 }]");
    expect((await run("plan")).stdout).toContain("\n1 call, 1 wave, no interruption possible\n");
  });

  const relabelled =
    "ingress: [{ allow: tcp/22, from: 0.0.0.0/0, description: new }, { allow: https, from: 0.0.0.0/0, description: new }]";

  it("name the steps that may interrupt, with a packet, and apply asks for a flag before anything is written", async () => {
    const { run, writesSince } = changing([tcp(22), tcp(443)], relabelled);
    const { code, stdout } = await run("plan --relabel");
    expect(code).toBe(0);
    expect(stdout).toContain(
      "\n2 calls, 2 waves; may be interrupted:\n  lux  web: set its rules (0 new, 0 kept): tcp/22 from 198.51.100.7\n  apply needs --allow-interruption\n",
    );
    expect(JSON.parse((await run("plan --relabel --json")).stdout)).toMatchObject({
      plan: {
        targets: [{ unproved: [{ reason: "interrupts", group: "web", wave: 0, step: 0, packet: { port: 22 } }] }],
      },
      counts: { total: { stepsUnproved: 1 } },
    });
    const refused = await run("apply --relabel", { answer: true });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("error unsafe-plan: the plan cannot promise that nothing is interrupted: ");
    expect(refused.stderr).not.toContain("Apply this?");
    expect((await run("apply --relabel --yes --force")).code).toBe(1);
    expect(writesSince(0)).toEqual([]);
    const asked = await run("apply --relabel --allow-interruption", { answer: true });
    expect(asked.stderr).toContain("Apply this?");
    expect(asked.code).toBe(0);
    expect((await run("plan --relabel --detailed-exitcode")).code).toBe(0);
  });

  it("of a plan file make the same demand", async () => {
    const { run, writesSince } = changing([tcp(22), tcp(443)], relabelled);
    expect((await run("plan --relabel --out plan.json")).code).toBe(0);
    const refused = await run("apply plan.json --yes");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("error unsafe-plan: ");
    expect(refused.stderr).toContain("apply with --allow-interruption");
    expect(writesSince(0)).toEqual([]);
    expect((await run("apply plan.json --yes --allow-interruption")).code).toBe(0);
    expect(writesSince(0)).toHaveLength(2);
  });
});
