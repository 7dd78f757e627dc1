import type { Adapter, GroupId, ListedGroup, ObservedGroup, Operation, ResolvedStep } from "@secgroup/core";
import { createSimulator, type IonosQuirks, type Simulator } from "@secgroup/simulator";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ionos } from "../src/index.ts";
import { arbitraryRule, ruleOf } from "./support/arbitrary-rule.ts";
import { errorOf } from "./support/error-of.ts";
import { signal } from "./support/fake-cloud.ts";

interface Setup {
  readonly simulator: Simulator;
  readonly adapter: Adapter;
  readonly datacenter: string;
  /** Lets virtual time pass. */
  readonly wait: (milliseconds: number) => void;
  /** Sends the step and lets virtual time pass until the cloud is done with it. */
  readonly run: (step: ResolvedStep) => Promise<Operation>;
}

function setUp(quirks: Partial<IonosQuirks> = {}, token = "simulator-token"): Setup {
  let now = Date.UTC(2026, 0, 1);
  const simulator = createSimulator({ now: () => now, ionos: { quirks } });
  const datacenter = simulator.ionos.addDatacenter({ name: "production" });
  const adapter = ionos({ token, datacenter, fetch: simulator.fetch });
  const wait = (milliseconds: number): void => {
    now += milliseconds;
  };
  const run = async (step: ResolvedStep): Promise<Operation> => {
    const operation = await adapter.submit(step, signal);
    for (let poll = 0; poll < 10; poll++) {
      const [state] = await adapter.readOperations([operation], signal);
      if (state?.status === "succeeded") return operation;
      expect(["queued", "running"]).toContain(state?.status);
      wait(500);
    }
    return expect.unreachable("the operation never ended");
  };
  return { simulator, adapter, datacenter, wait, run };
}

const ssh = ruleOf({ direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, description: "ssh" });
const ping = ruleOf({ direction: "ingress", protocol: "icmp", icmp: { type: 8 }, remote: "10.0.0.0/8" });
const out = ruleOf({ direction: "egress", protocol: "any", ipVersion: "IPv6" });
const rulesOf = (group: ObservedGroup) => group.rules.map(({ rule }) => rule);

describe.each<Partial<IonosQuirks>>([
  {},
  { locationHeader: "as-documented", rulePostStatus: 200 },
  { locationHeader: "never", execution: "parallel" },
  { listRulesDepth: "never", hostBits: "masked" },
])("with the simulator as %j", (quirks) => {
  test("a group lives through every kind of step, and each is read back", async () => {
    const { simulator, adapter, datacenter, run } = setUp(quirks);
    const read = (id: GroupId) => adapter.readGroup(id, signal);
    const { groupId } = await run({ kind: "create-group", name: "web", description: "Public", rules: [ssh, ping] });
    if (!groupId) return expect.unreachable("no group id");
    expect(await read(groupId)).toMatchObject({ id: groupId, name: "web", description: "Public", unreadable: [] });
    expect(rulesOf(await read(groupId))).toEqual([ssh, ping]);

    await run({
      kind: "update-group",
      group: { id: groupId, name: "web" },
      fields: { description: "updated to true" },
    });
    await run({ kind: "update-group", group: { id: groupId, name: "web" }, fields: { name: "front" } });
    const group = { id: groupId, name: "front" };
    expect(await read(groupId)).toMatchObject({ name: "front", description: "updated to true" });
    expect(rulesOf(await read(groupId))).toEqual([ssh, ping]);

    const { ruleId } = await run({ kind: "create-rule", group, rule: out });
    if (!ruleId) return expect.unreachable("no rule id");
    const outHere = ruleOf({
      direction: "egress",
      ipVersion: "IPv6",
      remote: "2001:db8::/32",
      local: "2001:db8::7",
      description: "near",
    });
    await run({ kind: "update-rule", group, ruleId, from: out, to: outHere });
    expect(rulesOf(await read(groupId))).toEqual([ssh, ping, outHere]);
    await run({ kind: "update-rule", group, ruleId, from: outHere, to: { ...out, description: "all out" } });
    expect(rulesOf(await read(groupId))).toEqual([ssh, ping, { ...out, description: "all out" }]);

    await run({ kind: "delete-rule", group, ruleId });
    expect(rulesOf(await read(groupId))).toEqual([ssh, ping]);
    expect(simulator.ionos.groups(datacenter)).toMatchObject([
      { id: groupId, name: "front", rules: [{ name: "ssh" }, { protocol: "ICMP" }] },
    ]);

    await run({ kind: "delete-group", group });
    expect(await errorOf(() => read(groupId))).toMatchObject({ code: "not-found", vendor: { code: "309" } });
    expect(simulator.ionos.groups(datacenter)).toEqual([]);
    expect(
      simulator.requests
        .filter(({ status }) => status >= 400)
        .map(({ status }) => status)
        .every((status) => status === 404),
    ).toBe(true);
  });

  test("the list tells the groups as the single reads do, or says that it lacks the rules", async () => {
    const { simulator, adapter, datacenter } = setUp(quirks);
    simulator.ionos.addGroup(datacenter, { name: "empty", rules: [] });
    simulator.ionos.addGroup(datacenter, {
      name: "web",
      rules: [{ protocol: "TCP" }, { protocol: "ICMPv6", ipVersion: "IPv6" }],
    });
    const listed = await adapter.listGroups(signal);
    expect(simulator.requests).toHaveLength(1);
    expect(listed).toHaveLength(2);
    const reread = await Promise.all(listed.map(({ group }) => adapter.readGroup(group.id, signal)));
    const told = (entry: ListedGroup, index: number) => (entry.rules === "listed" ? entry.group : reread[index]);
    expect(listed.map(told)).toEqual(reread);
    const withRules = listed.find(({ group }) => group.name === "web");
    expect(withRules?.rules).toBe(quirks.listRulesDepth === "never" ? "not-listed" : "listed");
  });
});

test("any rule that can be written is accepted, and read back as it was", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryRule, { maxLength: 5 }), async (rules) => {
      const { adapter, run } = setUp();
      const { groupId } = await run({ kind: "create-group", name: "web", rules });
      if (!groupId) return expect.unreachable("no group id");
      expect(rulesOf(await adapter.readGroup(groupId, signal))).toEqual(rules);
    }),
    { numRuns: 30 },
  );
});

test("a request that fails is told with the cloud's message", async () => {
  const { simulator, adapter, wait } = setUp();
  simulator.ionos.failNextRequest("[VDC-5-601] sorry");
  const operation = await adapter.submit({ kind: "create-group", name: "web", rules: [] }, signal);
  expect(await adapter.readOperations([operation], signal)).toEqual([{ status: "queued" }]);
  wait(5000);
  expect(await adapter.readOperations([operation], signal)).toEqual([
    { status: "failed", message: "[VDC-5-601] sorry" },
  ]);
});

test("what uses a group is told", async () => {
  const { simulator, adapter, datacenter } = setUp();
  const id = simulator.ionos.addGroup(datacenter, { name: "web", rules: [] });
  expect(await adapter.readAttachments(id as GroupId, signal)).toEqual([]);
  const server = simulator.ionos.addServer(datacenter, { name: "front-1" });
  simulator.ionos.attachServer(id, server);
  expect(await adapter.readAttachments(id as GroupId, signal)).toEqual([
    { kind: "server", id: server, name: "front-1" },
  ]);
});

test("the contract's limits are read", async () => {
  const simulator = createSimulator({ ionos: { limits: { rulesPerSecurityGroup: 7, securityGroupsPerVdc: 8 } } });
  const adapter = ionos({ username: "simulator", password: "simulator", datacenter: "x", fetch: simulator.fetch });
  expect(await adapter.readLimits(signal)).toEqual({ rulesPerGroup: 7, groupsPerTarget: 8 });
});

test("the cloud's refusals arrive with its own words", async () => {
  const { adapter } = setUp();
  const rules = Array.from({ length: 101 }, () => ssh);
  const error = await errorOf(() => adapter.submit({ kind: "create-group", name: "web", rules }, signal));
  expect(error).toMatchObject({ code: "rejected", vendor: { status: 422, code: "100" } });
  expect(error.message).toContain("limit of 100 rules");
  expect(await errorOf(() => setUp({}, "wrong-token").adapter.listGroups(signal))).toMatchObject({
    code: "unauthorized",
  });
});
