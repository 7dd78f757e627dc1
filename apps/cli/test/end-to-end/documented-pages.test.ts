import { describe, expect, it } from "vitest";
import {
  hasConverged,
  normalizeRule,
  type DesiredGroup,
  type GroupId,
  type Rule,
  type RuleDraft,
} from "@secgroup/core";
import { datacenter, present, project, region, twoClouds, writesOf } from "./two-clouds.ts";

describe('IONOS, "Update a Network Security Group"', () => {
  it("its PUT is sent word for word, answered with BUSY, awaited by its status URL, and in force afterwards", async () => {
    const world = twoClouds();
    const id = world.simulator.ionos.addGroup(datacenter, { name: "NSG", description: "created", rules: [] });
    const desired = [present("NSG", { description: "updated to true" })];
    const report = await world.apply("ionos", desired);
    expect(hasConverged(report)).toBe(true);

    const sent = world.requests();
    expect(sent.filter(({ method }) => method !== "GET")).toMatchObject([
      {
        method: "PUT",
        path: `/cloudapi/v6/datacenters/${datacenter}/securitygroups/${id}`,
        status: 202,
        body: { properties: { name: "NSG", description: "updated to true" } },
      },
    ]);
    expect(sent.some(({ path }) => /^\/cloudapi\/v6\/requests\/[-0-9a-f]+\/status/.test(path))).toBe(true);
    expect(world.simulator.ionos.groups(datacenter)).toMatchObject([
      { id, name: "NSG", description: "updated to true" },
    ]);
    expect(writesOf(await world.plan("ionos", desired))).toBe(0);
  });

  it("without a description in the document the same group is renamed by PATCH, with a bare body", async () => {
    const world = twoClouds();
    const id = world.simulator.ionos.addGroup(datacenter, { name: "NSG", description: "stays", rules: [] }) as GroupId;
    await world.apply("ionos", [present("NSG 2", { id })]);
    expect(world.requests().filter(({ method }) => method !== "GET")).toMatchObject([
      { method: "PATCH", body: { name: "NSG 2" } },
    ]);
    expect(world.simulator.ionos.groups(datacenter)).toMatchObject([{ name: "NSG 2", description: "stays" }]);
  });
});

describe('Gcore, "Update security group"', () => {
  const draft: RuleDraft = {
    direction: "ingress",
    ipVersion: "IPv4",
    protocol: "tcp",
    ports: { from: 80, to: 80 },
    remote: "10.0.0.0/8",
    description: "Some description",
  };
  const ruleOf = (parts: Partial<RuleDraft>): Rule => {
    const normalized = normalizeRule({ ...draft, ...parts }, "document");
    const rule = normalized.ok ? normalized.rules[0] : undefined;
    if (rule === undefined) throw new Error("no rule");
    return rule;
  };
  const wire = {
    direction: "ingress",
    ethertype: "IPv4",
    protocol: "tcp",
    port_range_min: 80,
    port_range_max: 80,
    remote_ip_prefix: "10.0.0.0/8",
    description: "Some description",
  } as const;

  /** The bodies of the PATCHes that lead from a group with these tags to the desired one, and the tags afterwards. */
  const patched = async (tags: Readonly<Record<string, string>>, desired: DesiredGroup) => {
    const world = twoClouds();
    const id = world.simulator.gcore.addGroup(project, region, {
      name: "some_name",
      description: "Some description",
      rules: [wire],
      tags,
      readOnlyTags: { system: "yes" },
    });
    const report = await world.apply("gcore", [desired]);
    expect(hasConverged(report)).toBe(true);
    expect(writesOf(await world.plan("gcore", [desired]))).toBe(0);
    const writes = world.requests().filter(({ method }) => method !== "GET");
    for (const { method, path, status } of writes) {
      expect([method, path, status]).toEqual(["PATCH", `/cloud/v2/security_groups/${project}/${region}/${id}`, 200]);
    }
    const [group] = world.simulator.gcore.groups(project, region);
    expect(group?.readOnlyTags).toEqual({ system: "yes" });
    return { bodies: writes.map(({ body }) => body), group, world };
  };
  const withTags = (tags: Readonly<Record<string, string>>): DesiredGroup =>
    present("some_name", { description: "Some description", rules: [ruleOf({})], tags });

  it.each<[string, Record<string, string>, Record<string, string>, unknown]>([
    [
      "add or update",
      {},
      { environment: "production", team: "backend" },
      { environment: "production", team: "backend" },
    ],
    ["delete", { old_tag: "x", kept: "y" }, { kept: "y" }, { old_tag: null }],
    ["remove all", { a: "1", b: "2" }, {}, null],
    [
      "partial update",
      { environment: "production", team: "backend" },
      { environment: "staging", team: "backend" },
      { environment: "staging" },
    ],
    [
      "mixed operations",
      { deprecated_tag: "x", kept: "y" },
      { environment: "production", cost_center: "engineering", kept: "y" },
      { environment: "production", cost_center: "engineering", deprecated_tag: null },
    ],
    ["replace all", { a: "1" }, { b: "2" }, { a: null, b: "2" }],
    [
      "the schema's example",
      { "my-tag-to-remove": "x" },
      { "my-tag": "my-tag-value" },
      { "my-tag": "my-tag-value", "my-tag-to-remove": null },
    ],
  ])("tags: %s", async (_, from, to, tags) => {
    const { bodies, group } = await patched(from, withTags(to));
    expect(bodies).toEqual([{ tags }]);
    expect(group?.tags).toEqual(to);
  });

  it("simple fields are updated if provided, and what is not named stays", async () => {
    const { bodies, group } = await patched(
      { a: "1" },
      present("some_name", { description: "Another", rules: [ruleOf({})] }),
    );
    expect(bodies).toEqual([{ description: "Another" }]);
    expect(group).toMatchObject({ name: "some_name", description: "Another", tags: { a: "1" }, rules: [wire] });
  });

  it("rules are the complete desired set: kept ones are included, missing ones go", async () => {
    const { bodies, group } = await patched(
      {},
      present("some_name", { rules: [ruleOf({}), ruleOf({ ports: { from: 443, to: 443 }, description: "" })] }),
    );
    const { description: _, ...added } = { ...wire, port_range_min: 443, port_range_max: 443 };
    expect(bodies).toEqual([{ rules: [wire, added] }]);
    expect(group?.rules).toHaveLength(2);
    const removed = await patched({}, present("some_name", { rules: [ruleOf({ protocol: "udp" })] }));
    expect(removed.bodies).toEqual([{ rules: [{ ...wire, protocol: "udp" }] }]);
    expect(removed.group?.rules).toMatchObject([{ protocol: "udp" }]);
    const none = await patched({}, present("some_name"));
    expect(none.bodies).toEqual([{ rules: [] }]);
    expect(none.group?.rules).toEqual([]);
  });

  it("a change of rules starts tasks that are awaited; no change at all starts none", async () => {
    const { world } = await patched({}, present("some_name"));
    const adapter = world.adapters.gcore;
    const { signal } = new AbortController();
    const [listed] = await adapter.listGroups(signal);
    if (listed === undefined) throw new Error("no group");
    const group = { id: listed.group.id, name: "some_name" };
    const started = await adapter.submit(
      { kind: "update-group", group, rules: { keep: [], add: [ruleOf({})] } },
      signal,
    );
    expect(started.handles).toHaveLength(1);
    const same = await adapter.submit(
      { kind: "update-group", group, fields: { name: "some_name", description: "Some description" } },
      signal,
    );
    expect(same.handles).toEqual([]);
    expect(await adapter.readOperations([same], signal)).toEqual([{ status: "succeeded", groupId: group.id }]);
  });
});
