import {
  normalizeRule,
  protocolEntries,
  ruleKey,
  type GroupId,
  type Operation,
  type OperationState,
  type Rule,
} from "@secgroup/core";
import { createSimulator } from "@secgroup/simulator";
import { describe, expect, it } from "vitest";
import { gcore } from "../src/index.ts";
import { calm, rejection } from "./fake-gcore.ts";

// The simulator checks every request against the vendor's document, so that whatever is accepted here is well-formed.
const [project, region, apiKey] = [1234, 76, "29841_c767abcdef"];

function cloud() {
  let now = Date.UTC(2026, 10, 22);
  const simulator = createSimulator({ now: () => now, gcore: { apiKey } });
  simulator.gcore.addProject({ projectId: project, regionId: region });
  const adapter = gcore({ apiKey, project, region, fetch: simulator.fetch });
  const finish = async (operation: Operation): Promise<OperationState | undefined> => {
    now += 60_000;
    return (await adapter.readOperations([operation], calm))[0];
  };
  return { simulator, adapter, finish };
}

const rules: readonly Rule[] = protocolEntries.flatMap(({ protocol, family }) => {
  const normalized = normalizeRule(
    {
      direction: "ingress",
      protocol,
      ports: family === "ports" ? { from: 80, to: 90 } : null,
      icmp: family === "icmp" ? { type: 3, code: 0 } : null,
      description: `allows ${protocol}`,
    },
    "document",
  );
  return normalized.ok ? normalized.rules : [];
});

const sorted = (list: readonly { readonly rule: Rule }[]): readonly Rule[] =>
  list.map(({ rule }) => rule).toSorted(byKey);
const byKey = (one: Rule, other: Rule): number => (ruleKey(one) < ruleKey(other) ? -1 : 1);

describe("the simulated cloud", () => {
  it("is told of a new group in one request and shows the same rules", async () => {
    const { adapter, finish, simulator } = cloud();
    const operation = await adapter.submit(
      { kind: "create-group", name: "web", description: "Public", tags: { team: "edge" }, rules },
      calm,
    );
    expect(operation.handles).toHaveLength(1);
    const state = await finish(operation);
    if (state?.status !== "succeeded" || state.groupId === undefined) throw new Error(JSON.stringify(state));
    const group = await adapter.readGroup(state.groupId, calm);
    expect(group).toMatchObject({ name: "web", description: "Public", tags: { team: "edge" }, unreadable: [] });
    expect(sorted(group.rules)).toEqual(rules.toSorted(byKey));
    expect(simulator.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  });

  it("finds nothing to do when every rule is sent back as it was spelt", async () => {
    const { adapter, simulator } = cloud();
    const id = simulator.gcore.addGroup(project, region, {
      name: "web",
      rules: [
        {
          direction: "ingress",
          protocol: "tcp",
          port_range_min: 1,
          port_range_max: 65535,
          remote_ip_prefix: "10.0.0.7",
        },
        { direction: "ingress", protocol: "icmp", ethertype: "IPv6", remote_ip_prefix: "2001:DB8::/32" },
        { direction: "egress", remote_ip_prefix: "0.0.0.0/0", description: "all" },
      ],
    }) as GroupId;
    const { name, rules: present } = await adapter.readGroup(id, calm);
    expect(present).toHaveLength(3);
    const keep = present.map(({ draft }) => draft);
    const step = { kind: "update-group" as const, group: { id, name }, rules: { keep, add: [] } };
    expect(await adapter.submit(step, calm)).toMatchObject({ cloud: "gcore", handles: [], groupId: id });
  });

  it("shows what is under way, and tells of many tasks in one answer", async () => {
    const { adapter, finish, simulator } = cloud();
    const id = simulator.gcore.addGroup(project, region, { name: "used", rules: [] }) as GroupId;
    const update = { kind: "update-group" as const, group: { id, name: "used" }, fields: { name: "new" } };
    const operations = [await adapter.submit(update, calm)];
    for (let index = 0; index < 20; index++) {
      operations.push(await adapter.submit({ kind: "create-group", name: `group ${index}`, rules: [] }, calm));
    }
    const open = await adapter.listOperations(calm);
    expect(open.flatMap(({ handles }) => handles).toSorted()).toEqual(
      operations.flatMap(({ handles }) => handles).toSorted(),
    );
    expect(open.flatMap(({ groupId }) => groupId ?? [])).toEqual([id]);
    await Promise.all(operations.slice(0, 1).map(finish));
    const before = simulator.requests.length;
    const states = await adapter.readOperations(operations, calm);
    expect(states.every(({ status }) => status === "succeeded")).toBe(true);
    expect(simulator.requests.slice(before).map(({ path }) => path.split("?")[0])).toEqual(["/cloud/v1/tasks"]);
    expect(await adapter.listOperations(calm)).toEqual([]);
  });

  it("lists all groups, keeps read-only tags, tells attachments and deletes", async () => {
    const { adapter, simulator } = cloud();
    for (let index = 0; index < 1005; index++)
      simulator.gcore.addGroup(project, region, { name: `group ${index}`, rules: [] });
    const id = simulator.gcore.addGroup(project, region, {
      name: "used",
      rules: [],
      tags: { a: "1" },
      readOnlyTags: { b: "2" },
    }) as GroupId;
    expect(new Set((await adapter.listGroups(calm)).map(({ group }) => group.id)).size).toBe(1006);
    expect(simulator.requests).toHaveLength(2);
    const group = { id, name: "used" };
    await adapter.submit({ kind: "update-group", group, fields: { tags: null } }, calm);
    expect(await adapter.readGroup(id, calm)).toMatchObject({ tags: {}, readOnlyTags: { b: "2" } });
    await adapter.submit({ kind: "delete-group", group }, calm);
    expect(await rejection(adapter.readGroup(id, calm))).toMatchObject({ code: "not-found" });
  });

  it("refuses to delete a group in use, and says by what it is used", async () => {
    const { adapter, simulator } = cloud();
    const id = simulator.gcore.addGroup(project, region, { name: "used", rules: [] }) as GroupId;
    const instance = simulator.gcore.addInstance(project, region, { name: "front", groups: [id] });
    expect(await adapter.readAttachments(id, calm)).toEqual([{ kind: "instance", id: instance, name: "front" }]);
    expect(await rejection(adapter.submit({ kind: "delete-group", group: { id, name: "used" } }, calm))).toMatchObject({
      code: "conflict",
    });
  });

  it("may fail in the middle of a task", async () => {
    const { adapter, finish, simulator } = cloud();
    simulator.gcore.failNextTask("Quota limit exceeded");
    const operation = await adapter.submit({ kind: "create-group", name: "web", rules: [] }, calm);
    expect(await finish(operation)).toEqual({ status: "failed", message: "Quota limit exceeded" });
  });

  it("knows the key", async () => {
    const { simulator } = cloud();
    const stranger = gcore({ apiKey: "another", project, region, fetch: simulator.fetch });
    expect(await rejection(stranger.listGroups(calm))).toMatchObject({ code: "unauthorized" });
  });
});
