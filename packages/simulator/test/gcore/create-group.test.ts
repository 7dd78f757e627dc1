import { describe, expect, it } from "vitest";
import { createWorld, start, tcp, v1, v2 } from "./gcore-world.ts";

describe("creating a group", () => {
  it("makes it when the task has finished, and not before", async () => {
    const world = createWorld();
    const { body } = await world.send("POST", v2, {
      name: "web",
      description: "Public",
      rules: [tcp(443)],
      tags: { team: "edge" },
    });
    const [taskId] = body.tasks;
    const task = async (): Promise<unknown> => (await world.send("GET", `/cloud/v1/tasks/${taskId}`)).body;
    expect(await task()).toMatchObject({
      state: "NEW",
      task_type: "create_security_group",
      created_resources: null,
      finished_on: null,
    });
    world.wait(500);
    expect(await task()).toMatchObject({
      state: "RUNNING",
      updated_on: "2026-11-22T06:30:00",
      created_resources: null,
    });
    expect((await world.send("GET", v1)).body).toEqual({ count: 0, results: [] });
    world.wait(1499);
    expect(await task()).toMatchObject({ state: "RUNNING" });
    world.wait(1);
    const [group] = world.cloud.groups(1, 2);
    expect(await task()).toMatchObject({
      state: "FINISHED",
      error: null,
      created_on: "2026-11-22T06:30:00",
      finished_on: "2026-11-22T06:30:02",
      project_id: 1,
      region_id: 2,
      created_resources: { security_groups: [group?.id], security_group_rules: [group?.rules[0]?.id] },
    });
    expect(group).toMatchObject({ name: "web", description: "Public", tags: { team: "edge" }, rules: [tcp(443)] });
    expect(world.history(group?.id ?? "")).toEqual([
      {
        at: start + 2000,
        cloud: "gcore",
        exists: true,
        name: "web",
        description: "Public",
        rules: [expect.objectContaining(tcp(443))],
      },
    ]);
  });

  it("answers reads with every field in Gcore's forms", async () => {
    const world = createWorld();
    const [task] = await world.finish("POST", v2, {
      name: "web",
      rules: [{ ...tcp(443), remote_group_id: null }],
      tags: { team: "edge" },
    });
    const id = task.created_resources.security_groups[0];
    expect((await world.send("GET", `${v1}/${id}`)).body).toEqual({
      id,
      name: "web",
      description: "",
      created_at: "2026-11-22T06:30:02+0000",
      updated_at: "2026-11-22T06:30:02+0000",
      revision_number: 1,
      project_id: 1,
      region_id: 2,
      region: "Luxembourg",
      tags_v2: [{ key: "team", value: "edge", read_only: false }],
      security_group_rules: [
        {
          id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/),
          security_group_id: id,
          direction: "ingress",
          ethertype: "IPv4",
          protocol: "tcp",
          port_range_min: 443,
          port_range_max: 443,
          remote_group_id: null,
          remote_ip_prefix: null,
          description: "",
          created_at: "2026-11-22T06:30:02+0000",
          updated_at: "2026-11-22T06:30:02+0000",
          revision_number: 0,
        },
      ],
    });
  });

  it.each([
    ["the template when rules are left out", undefined, ["ingress IPv4", "ingress IPv6", "egress IPv4", "egress IPv6"]],
    ["no rules for an empty list", [], []],
    ["no egress beside ingress rules", [tcp(22)], ["ingress IPv4"]],
  ])("gives it %s", async (_, rules, wanted) => {
    const world = createWorld();
    await world.finish("POST", v2, { name: "web", rules });
    const [group] = world.cloud.groups(1, 2);
    expect(group?.rules.map(({ direction, ethertype }) => `${direction} ${ethertype}`)).toEqual(wanted);
    for (const rule of rules === undefined ? (group?.rules ?? []) : []) {
      expect(rule).toMatchObject({
        protocol: null,
        port_range_min: null,
        remote_ip_prefix: null,
        remote_group_id: null,
      });
    }
  });

  it("takes a full set of 250 rules", async () => {
    const world = createWorld();
    await world.finish("POST", v2, { name: "web", rules: Array.from({ length: 250 }, (_, port) => tcp(port + 1)) });
    expect(world.cloud.groups(1, 2)[0]?.rules).toHaveLength(250);
  });

  it("takes a name that is in use", async () => {
    const world = createWorld();
    await world.finish("POST", v2, { name: "web", rules: [] });
    await world.finish("POST", v2, { name: "web", rules: [] });
    expect(new Set(world.cloud.groups(1, 2).map(({ id }) => id)).size).toBe(2);
  });

  it("refuses a second group with the name default", async () => {
    const world = createWorld();
    world.cloud.addGroup(1, 2, { name: "default", rules: [] });
    expect(await world.send("POST", v2, { name: "Default", rules: [] })).toMatchObject({ status: 409 });
  });

  it("refuses a rule that cannot be stored, at once and by its place", async () => {
    const { status, body } = await createWorld().send("POST", v2, {
      name: "web",
      rules: [tcp(22), { ...tcp(80), remote_ip_prefix: "10.0.0.1/8" }],
    });
    expect(status).toBe(400);
    expect(body.invalid_fields).toEqual({ "rules.1.remote_ip_prefix": ["10.0.0.1/8 has host bits set"] });
  });

  it("masks host bits under that quirk", async () => {
    const world = createWorld({ quirks: { hostBits: "masked" } });
    await world.finish("POST", v2, { name: "web", rules: [{ ...tcp(80), remote_ip_prefix: "10.0.0.1/8" }] });
    expect(world.cloud.groups(1, 2)[0]?.rules).toMatchObject([{ remote_ip_prefix: "10.0.0.0/8" }]);
  });

  it.each([
    ["by description", { ...tcp(22), description: "a" }, { ...tcp(22), description: "b" }],
    ["by 0.0.0.0/0", tcp(22), { ...tcp(22), remote_ip_prefix: "0.0.0.0/0" }],
    ["by spelling", { ...tcp(22), remote_ip_prefix: "1.2.3.4" }, { ...tcp(22), remote_ip_prefix: "1.2.3.4/32" }],
  ])("refuses two rules that differ only %s", async (_, one, other) => {
    const answer = await createWorld().send("POST", v2, { name: "web", rules: [one, other] });
    expect(answer).toMatchObject({ status: 409, body: { exception_class: "ConflictError" } });
  });

  it("refuses a remote group that is not there", async () => {
    const world = createWorld();
    const rules = [{ ...tcp(22), remote_group_id: "00000000-0000-4000-8000-000000000000" }];
    expect(await world.send("POST", v2, { name: "web", rules })).toMatchObject({
      status: 404,
      body: { exception_class: "NotFoundError" },
    });
    const id = world.cloud.addGroup(1, 2, { name: "bastion", rules: [] });
    expect(await world.send("POST", v2, { name: "web", rules: [{ ...tcp(22), remote_group_id: id }] })).toMatchObject({
      status: 200,
    });
  });

  it("fails in the task when a remote group was deleted in between", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "bastion", rules: [] });
    const { body } = await world.send("POST", v2, { name: "web", rules: [{ ...tcp(22), remote_group_id: id }] });
    await world.send("DELETE", `${v1}/${id}`);
    world.wait(2000);
    const task = await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`);
    expect(task.body).toMatchObject({ state: "ERROR", error: `Security group ${id} does not exist` });
    expect(world.cloud.groups(1, 2)).toEqual([]);
  });
});
