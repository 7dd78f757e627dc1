import { describe, expect, it } from "vitest";
import { createWorld, portsOf, tcp, v1, v2, type World } from "./gcore-world.ts";

const seed = (world: World): { id: string; rules: string } => {
  const id = world.cloud.addGroup(1, 2, { name: "web", rules: [tcp(22)] });
  return { id, rules: `${v2}/${id}/rules` };
};

describe("adding a rule", () => {
  it("is a task that names the new rule", async () => {
    const world = createWorld();
    const { id, rules } = seed(world);
    const [task] = await world.finish("POST", rules, { ...tcp(80), remote_ip_prefix: "1.2.3.4" });
    const [, added] = world.cloud.groups(1, 2)[0]?.rules ?? [];
    expect(task).toMatchObject({
      task_type: "create_security_group_rule",
      created_resources: { security_groups: [], security_group_rules: [added?.id] },
    });
    expect(added).toMatchObject({ ...tcp(80), remote_ip_prefix: "1.2.3.4/32" });
    expect(portsOf(world.history(id))).toEqual([[22], [22, 80]]);
  });

  it.each<readonly [string, unknown, number, string | undefined]>([
    ["one that is there already", { ...tcp(22), description: "again" }, 409, undefined],
    ["one that cannot be stored", { ...tcp(80), port_range_max: 79 }, 400, "port_range_min"],
    ["a field that is not known", { ...tcp(80), priority: 1 }, 400, "priority"],
    [
      "a remote group that is not there",
      { ...tcp(80), remote_group_id: "00000000-0000-4000-8000-000000000000" },
      404,
      undefined,
    ],
  ])("is refused at once for %s", async (_, rule, status, field) => {
    const world = createWorld();
    const answer = await world.send("POST", seed(world).rules, rule);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body.invalid_fields ?? {})).toEqual(field === undefined ? [] : [field]);
  });

  it("is refused for a group that is full", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, {
      name: "full",
      rules: Array.from({ length: 250 }, (_, port) => tcp(port + 1)),
    });
    expect(await world.send("POST", `${v2}/${id}/rules`, tcp(999))).toMatchObject({
      status: 400,
      body: { exception_class: "QuotaLimitExceed" },
    });
  });

  it("fails in the task when another task was faster with the same", async () => {
    const world = createWorld();
    const { rules } = seed(world);
    await world.send("POST", rules, tcp(80));
    expect(await world.finish("POST", rules, tcp(80))).toMatchObject([
      { state: "ERROR", error: expect.stringContaining("already exists") },
    ]);
  });

  it("fails in the task when the group was deleted in between", async () => {
    const world = createWorld();
    const { id, rules } = seed(world);
    const { body } = await world.send("POST", rules, tcp(80));
    await world.send("DELETE", `${v1}/${id}`);
    world.wait(2000);
    expect((await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`)).body).toMatchObject({
      state: "ERROR",
      error: `Security group ${id} does not exist`,
    });
    expect(world.history(id).at(-1)).toMatchObject({ exists: false });
  });
});

describe("deleting a rule", () => {
  it("is a task", async () => {
    const world = createWorld();
    const { id, rules } = seed(world);
    const [rule] = world.cloud.groups(1, 2)[0]?.rules ?? [];
    expect(await world.finish("DELETE", `${rules}/${rule?.id}`)).toMatchObject([
      { task_type: "delete_security_group_rule", state: "FINISHED" },
    ]);
    expect(portsOf(world.history(id))).toEqual([[22], []]);
    expect(await world.send("DELETE", `${rules}/${rule?.id}`)).toMatchObject({ status: 404 });
  });

  it("needs the group that the rule is in", async () => {
    const world = createWorld();
    seed(world);
    const other = world.cloud.addGroup(1, 2, { name: "other", rules: [] });
    const [rule] = world.cloud.groups(1, 2)[0]?.rules ?? [];
    expect(await world.send("DELETE", `${v2}/${other}/rules/${rule?.id}`)).toMatchObject({ status: 404 });
  });
});
