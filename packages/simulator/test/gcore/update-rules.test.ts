import { describe, expect, it } from "vitest";
import { portsOf, start, tcp, v1 } from "./gcore-world.ts";
import { client, createWeb, office } from "./web-group.ts";

describe("an update of rules", () => {
  it("leaves the equal ones with their ids, removes and adds, when the task has finished", async () => {
    const { world, id, patch, rules } = createWeb();
    const [kept] = rules();
    const { body } = await patch({ rules: [tcp(443), office] });
    world.wait(1999);
    expect(rules()).toMatchObject([office, client]);
    world.wait(1);
    expect(rules()).toMatchObject([office, tcp(443)]);
    expect(rules()[0]?.id).toBe(kept?.id);
    expect((await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`)).body).toMatchObject({
      task_type: "update_security_group",
      state: "FINISHED",
      created_resources: { security_groups: [], security_group_rules: [rules()[1]?.id] },
    });
    expect((await world.send("GET", `${v1}/${id}`)).body).toMatchObject({
      updated_at: "2026-11-22T06:30:02+0000",
      revision_number: 3,
    });
  });

  it.each([
    [
      "add-first",
      [
        [22, 80],
        [22, 80, 443],
        [22, 80, 443, 444],
        [80, 443, 444],
        [443, 444],
      ],
    ],
    ["delete-first", [[22, 80], [80], [], [443], [443, 444]]],
  ] as const)("passes through every state on its way, %s", async (patchOrder, wanted) => {
    const { world, id, finish } = createWeb({ patchOrder });
    await finish({ rules: [tcp(443), tcp(444)] });
    expect(portsOf(world.history(id))).toEqual(wanted);
    expect(world.history(id).map(({ at }) => at - start)).toEqual([0, 2000, 2000, 2000, 2000]);
  });

  describe("in a shuffled order", () => {
    const wanted = [443, 444, 445].map(tcp);
    const statesWith = async (seed: number): Promise<readonly (readonly unknown[])[]> => {
      const { world, id, finish } = createWeb({ patchOrder: "shuffled" }, { seed });
      expect(await finish({ rules: wanted })).toMatchObject([{ state: "FINISHED" }]);
      return world.history(id).map(({ rules }) => rules.map((rule) => rule["port_range_min"]));
    };

    it("passes through every state, one rule at a time", async () => {
      const states = await statesWith(7);
      expect(states).toHaveLength(6);
      expect([states[0], states.at(-1)?.toSorted()]).toEqual([
        [22, 80],
        [443, 444, 445],
      ]);
      const steps = states.slice(1).map((ports, index) => ports.length - (states[index]?.length ?? 0));
      expect(steps.every((step) => Math.abs(step) === 1)).toBe(true);
    });

    it("is the same for the same seed, and differs for others", async () => {
      expect(await statesWith(7)).toEqual(await statesWith(7));
      const all = await Promise.all(Array.from({ length: 20 }, (_, seed) => statesWith(seed)));
      expect(new Set(all.map((states) => JSON.stringify(states))).size).toBeGreaterThan(10);
      // Neither all that is added nor all that is removed comes first in each of them.
      expect(all.some((states) => states.some((ports) => ports.length === 0 || ports.length === 5))).toBe(true);
      expect(all.some((states) => states.every((ports) => ports.length > 0 && ports.length < 5))).toBe(true);
    });

    it("collides, or not, with a rule that is about to go", async () => {
      const rules = [{ ...tcp(22), description: "bastion" }, client];
      const ends = await Promise.all(
        Array.from({ length: 20 }, async (_, seed) => {
          const { finish } = createWeb({ patchOrder: "shuffled" }, { seed });
          return (await finish({ rules }))[0].state;
        }),
      );
      expect(new Set(ends)).toEqual(new Set(["ERROR", "FINISHED"]));
    });
  });

  describe("in a single step", () => {
    it("goes from one set to the other, also past a rule that would collide", async () => {
      const { world, id, finish, rules } = createWeb({ patchOrder: "at-once" });
      await finish({ rules: [{ ...tcp(22), description: "bastion" }, tcp(443)] });
      expect(rules()).toMatchObject([{ description: "bastion" }, tcp(443)]);
      expect(portsOf(world.history(id))).toEqual([
        [22, 80],
        [22, 443],
      ]);
    });

    it("does nothing when a part of it fails", async () => {
      const { world, id, patch, rules } = createWeb({ patchOrder: "at-once" });
      const bastion = world.cloud.addGroup(1, 2, { name: "bastion", rules: [] });
      await patch({ rules: [tcp(443), { ...tcp(444), remote_group_id: bastion }] });
      world.cloud.removeGroup(bastion);
      world.wait(2000);
      expect(rules()).toMatchObject([office, client]);
      expect(world.history(id)).toHaveLength(1);
    });
  });

  describe("of a group that is nearly full", () => {
    const full = Array.from({ length: 250 }, (_, index) => tcp(index + 1));
    const wanted = full.map((rule, index) => (index < 2 ? tcp(1000 + index) : rule));

    it.each([
      ["final-set", "add-first", "FINISHED", 252],
      ["every-moment", "delete-first", "FINISHED", 250],
      ["every-moment", "add-first", "ERROR", 250],
    ] as const)("with the limit asked of the %s, %s, ends %s", async (limitInsideTask, patchOrder, state, most) => {
      const { world, id, finish, rules } = createWeb({ limitInsideTask, patchOrder });
      world.cloud.editRules(id, () => full);
      const [task] = await finish({ rules: wanted });
      expect(task.state).toBe(state);
      expect(task.error).toBe(state === "ERROR" ? `Security group ${id} already has 250 rules` : null);
      expect(Math.max(...world.history(id).map((entry) => entry.rules.length))).toBe(most);
      const firstPorts = rules()
        .slice(0, 2)
        .map((rule) => rule.port_range_min);
      expect(firstPorts).toEqual(state === "ERROR" ? [1, 2] : [3, 4]);
    });

    it("keeps what was done before the limit was met", async () => {
      const { world, id, finish, rules } = createWeb({ limitInsideTask: "every-moment" });
      world.cloud.editRules(id, () => full.slice(1));
      await finish({ rules: wanted });
      expect(rules()).toHaveLength(250);
      expect(rules().at(-1)).toMatchObject(tcp(1000));
    });
  });

  it("removes every rule for an empty list", async () => {
    const { finish, rules } = createWeb();
    await finish({ rules: [] });
    expect(rules()).toEqual([]);
  });

  it("leaves them alone when it has none", async () => {
    const { finish, rules } = createWeb();
    const before = rules();
    await finish({ name: "web-2" });
    expect(rules()).toEqual(before);
  });

  it("may refer to the group itself", async () => {
    const { id, finish, rules } = createWeb();
    await finish({ rules: [{ ...tcp(22), remote_group_id: id }] });
    expect(rules()).toMatchObject([{ remote_group_id: id }]);
  });

  it.each<readonly [string, unknown, number]>([
    ["two equal rules", [tcp(22), { ...tcp(22), description: "again" }], 409],
    ["a rule that cannot be stored", [{ ...tcp(22), port_range_max: null }], 400],
    [
      "a remote group that is not there",
      [{ ...tcp(22), remote_group_id: "00000000-0000-4000-8000-000000000000" }],
      404,
    ],
    ["more than 250 rules", Array.from({ length: 251 }, (_, port) => tcp(port + 1)), 400],
  ])("is refused at once, and whole, for %s", async (_, rules, status) => {
    const { world, id, patch } = createWeb();
    const before = (await world.send("GET", `${v1}/${id}`)).body;
    expect(await patch({ name: "web-2", tags: { team: "core" }, rules })).toMatchObject({ status });
    world.wait(5000);
    expect((await world.send("GET", `${v1}/${id}`)).body).toEqual(before);
  });

  it("compares with the rules that are there when the task runs", async () => {
    const { world, id, patch, rules } = createWeb();
    await patch({ rules: [office, tcp(443)] });
    world.cloud.editRules(id, (present) => [...present, tcp(443), tcp(8080)]);
    world.wait(2000);
    expect(rules()).toMatchObject([office, tcp(443)]);
  });
});

describe("a new description of a rule", () => {
  const rules = [{ ...tcp(22), description: "bastion" }, client];

  it("collides with the rule as it is, which fails the task and leaves what was done before", async () => {
    const { world, id, finish, rules: stored } = createWeb();
    const [task] = await finish({ rules: [tcp(443), ...rules] });
    expect(task).toMatchObject({
      state: "ERROR",
      error: `Security group rule already exists. Rule id is ${stored()[0]?.id}.`,
      created_resources: null,
    });
    expect(stored()).toMatchObject([office, client, tcp(443)]);
    expect(portsOf(world.history(id))).toEqual([
      [22, 80],
      [22, 80, 443],
    ]);
  });

  it("is a new rule with a new id where deletion comes first", async () => {
    const { finish, rules: stored } = createWeb({ patchOrder: "delete-first" });
    const before = stored()[0];
    expect(await finish({ rules })).toMatchObject([{ state: "FINISHED" }]);
    expect(stored()).toMatchObject([client, rules[0] ?? {}]);
    expect(stored()[1]?.id).not.toBe(before?.id);
  });

  it("is no change where descriptions are not compared", async () => {
    const { patch } = createWeb({ ruleComparison: "normalized" });
    expect(await patch({ rules })).toMatchObject({ body: { tasks: [] } });
  });
});

describe("rules compared literally", () => {
  it("are the same only as they are stored", async () => {
    const { patch, finish } = createWeb({ ruleComparison: "literal" });
    expect(await patch({ rules: [office, client] })).toMatchObject({ body: { tasks: [] } });
    expect(await finish({ rules: [office, { ...client, remote_ip_prefix: "1.2.3.4" }] })).toMatchObject([
      { state: "ERROR" },
    ]);
  });

  it("are made anew in another spelling where deletion comes first", async () => {
    const { finish, rules } = createWeb({ ruleComparison: "literal", patchOrder: "delete-first" });
    const before = rules()[1];
    expect(await finish({ rules: [office, { ...client, remote_ip_prefix: "1.2.3.4" }] })).toMatchObject([
      { state: "FINISHED" },
    ]);
    expect(rules()[1]).toMatchObject(client);
    expect(rules()[1]?.id).not.toBe(before?.id);
  });
});
