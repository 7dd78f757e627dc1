import { describe, expect, it } from "vitest";
import {
  createPlan,
  SecurityGroupError,
  type Adapter,
  type CreatePlanOptions,
  type DesiredGroup,
  type GroupId,
  type ListedGroup,
  type Plan,
  type PlanTarget,
} from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities, type MemoryCloud } from "../../src/memory/index.ts";
import { orderSafely } from "../../src/plan/order/order-safely.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { tcp } from "../support/describe-waves.ts";
import { errorOf, present } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();
const absent = (name: string): DesiredGroup => ({ ensure: "absent", name });
const many = (count: number) => Array.from({ length: count }, (_, index) => tcp(index + 1));
const forbidden = new SecurityGroupError("forbidden", "no", { vendor: { cloud: "memory", status: 403 } });

function target(adapter: Adapter, groups: readonly DesiredGroup[], name = "here"): PlanTarget {
  return { name, location: {}, adapter, groups: groups.map((desired) => ({ key: desired.name, desired })) };
}

async function plan(
  adapter: Adapter,
  groups: readonly DesiredGroup[],
  options: Partial<CreatePlanOptions> = {},
): Promise<Plan> {
  return (await createPlan([target(adapter, groups)], { clock: virtualClock(), signal, ...options })).plan;
}

describe("where lists are without rules, groups are read", () => {
  /** A target with three groups, of which app refers to web, and the names of those that are read. */
  function unlisted(): { readonly adapter: Adapter; readonly read: string[]; readonly web: GroupId } {
    const cloud = createMemoryCloud(memoryCapabilities);
    const web = cloud.seed({ name: "web" });
    cloud.seed({ name: "app", rules: [ruleOf({ direction: "ingress", ipVersion: "IPv4", remoteGroup: web })] });
    cloud.seed({ name: "db" });
    const whole = memoryAdapter(cloud);
    const read: string[] = [];
    const adapter: Adapter = {
      ...whole,
      listGroups: async (from) =>
        (await whole.listGroups(from)).map(({ group }): ListedGroup => ({ rules: "not-listed", group })),
      readGroup: async (id, from) => {
        const group = await whole.readGroup(id, from);
        read.push(group.name);
        return group;
      },
    };
    return { adapter, read, web };
  }

  it("that the document names", async () => {
    const { adapter, read } = unlisted();
    await plan(adapter, [present("db"), present("web")]);
    expect(read.toSorted()).toEqual(["db", "web"]);
  });

  it("that the document means by their ids, and not those of their new names", async () => {
    const { adapter, read, web } = unlisted();
    await plan(adapter, [present("db", { id: web })]);
    expect(read).toEqual(["web"]);
  });

  it("all of them where one is to go that another may refer to", async () => {
    const { adapter, read } = unlisted();
    expect(await errorOf(plan(adapter, [present("db"), absent("web")]))).toMatchObject({
      code: "group-in-use",
      message: expect.stringContaining("group app"),
    });
    expect(read.toSorted()).toEqual(["app", "db", "web"]);
  });
});

describe("what several targets answer", () => {
  const failing = (failure: Error): Adapter => ({
    ...memoryAdapter(createMemoryCloud(memoryCapabilities)),
    listGroups: () => Promise.reject(failure),
  });
  const whole = (): Adapter => memoryAdapter(createMemoryCloud(memoryCapabilities));
  const planAll = (targets: readonly PlanTarget[]) => createPlan(targets, { clock: virtualClock(), signal });

  it("is nothing where there is none", async () => {
    expect(await planAll([])).toEqual({
      plan: { format: "secgroup-plan/1", targets: [] },
      observed: new Map(),
      failed: [],
    });
  });

  it("is what people wrote wrong, also where a cloud cannot be read and another can", async () => {
    const error = await errorOf(
      planAll([
        target(failing(forbidden), [present("web")], "unread"),
        target(whole(), [present("")], "wrong"),
        target(whole(), [present("web")], "good"),
      ]),
    );
    expect(error.related.map(({ code, place }) => [code, place.target])).toEqual([
      ["forbidden", "unread"],
      ["invalid-name", "wrong"],
    ]);
  });

  it("is one list of all that is wrong", async () => {
    const error = await errorOf(
      planAll([target(whole(), [present(""), present("x".repeat(256))], "one"), target(whole(), [present("")], "two")]),
    );
    expect(error.related.map(({ place, related }) => [place.target, related.length])).toEqual([
      ["one", 0],
      ["one", 0],
      ["two", 0],
    ]);
    expect(error.message.split("\n")).toHaveLength(3);
  });

  it("is a defect as it is", async () => {
    const defect = new TypeError("defect");
    await expect(planAll([target(failing(defect), [present("web")])])).rejects.toBe(defect);
  });

  it("is an abort as it is, of no target", async () => {
    const aborted = new SecurityGroupError("aborted", "stopped");
    await expect(planAll([target(failing(aborted), [present("web")])])).rejects.toBe(aborted);
  });
});

describe("limits", () => {
  /** A cloud of four rules for each group as documented, and how often the real limits are asked for. */
  function limited(rulesPerGroup: number): {
    readonly adapter: Adapter;
    readonly asked: () => number;
    readonly cloud: MemoryCloud;
  } {
    const cloud = createMemoryCloud({ ...memoryCapabilities, limits: { rulesPerGroup: 4 } });
    let asked = 0;
    const adapter: Adapter = {
      ...memoryAdapter(cloud),
      readLimits: async () => {
        asked++;
        return { rulesPerGroup };
      },
    };
    return { adapter, cloud, asked: () => asked };
  }

  it("are asked for when one of several groups gets rules", async () => {
    const { adapter, cloud } = limited(2);
    cloud.seed({ name: "full", rules: many(4) });
    const groups = [present("full", { rules: many(4) }), present("new", { rules: many(3) })];
    expect(await errorOf(plan(adapter, groups))).toMatchObject({ code: "limit-exceeded", place: { group: "new" } });
  });

  it("are asked for when a group is to come, be it without rules", async () => {
    const adapter: Adapter = {
      ...limited(4).adapter,
      readLimits: async () => ({ rulesPerGroup: 4, groupsPerTarget: 0 }),
    };
    expect(await errorOf(plan(adapter, [present("new")]))).toMatchObject({ code: "limit-exceeded" });
  });

  it.each([
    ["the documented ones are in force", 4, 1],
    ["others are in force", 5, 2],
  ])("lead to a second plan only where %s", async (_, rulesPerGroup, wanted) => {
    let plans = 0;
    await plan(limited(rulesPerGroup).adapter, [present("new", { rules: many(3) })], {
      orderSteps: (changes, context) => {
        plans++;
        return orderSafely(changes, context);
      },
    });
    expect(plans).toBe(wanted);
  });

  it("that are exceeded as documented and in force are an error with its target", async () => {
    const { adapter, asked } = limited(4);
    expect(await errorOf(plan(adapter, [present("new", { rules: many(5) })]))).toMatchObject({
      code: "limit-exceeded",
      place: { target: "here", group: "new" },
    });
    expect(asked()).toBe(1);
  });

  it("are not asked for where something else is wrong", async () => {
    const { adapter, asked } = limited(9);
    expect(await errorOf(plan(adapter, [present("")]))).toMatchObject({ code: "invalid-name" });
    expect(await errorOf(plan(adapter, [present(""), present("x".repeat(256))]))).toMatchObject({
      code: "invalid-name",
    });
    expect(asked()).toBe(0);
  });

  it("that are no longer exceeded are no error beside another one", async () => {
    const { adapter } = limited(9);
    const error = await errorOf(plan(adapter, [present(""), present("new", { rules: many(5) })]));
    expect(error).toMatchObject({ code: "invalid-name", related: [] });
  });

  it("are not asked for after a defect", async () => {
    const { adapter, asked } = limited(9);
    const defect = new TypeError("defect");
    const orderSteps = (): never => {
      throw defect;
    };
    await expect(plan(adapter, [present("new", { rules: many(1) })], { orderSteps })).rejects.toBe(defect);
    expect(asked()).toBe(0);
  });
});

describe("a plan that is to be applied at once", () => {
  /** A cloud at work on a group, with its list of operations answered as given, by look from 0. */
  function atWork(listed: (look: number) => boolean): { readonly adapter: Adapter; readonly cloud: MemoryCloud } {
    const cloud = createMemoryCloud(memoryCapabilities);
    const id = cloud.seed({ name: "web" });
    cloud.accept({ kind: "update-group", group: { id, name: "web" }, fields: { description: "x" } });
    const whole = memoryAdapter(cloud);
    let looks = 0;
    return {
      cloud,
      adapter: {
        ...whole,
        listOperations: (from) => (listed(looks++) ? whole.listOperations(from) : Promise.reject(forbidden)),
      },
    };
  }
  const desired = [present("web", { description: "x" })];

  it.each([
    ["at all", () => false, "update"],
    ["any more", (look: number) => look === 0, "update"],
    ["only later", (look: number) => look < 2, "keep"],
  ])("is made where operations cannot be listed %s", async (_, listed, action) => {
    const { adapter } = atWork(listed);
    expect((await plan(adapter, desired, { awaitQuiet: true })).targets[0]?.groups).toMatchObject([{ action }]);
  });

  it("waits for work on a group that was not there when it was listed", async () => {
    const cloud = createMemoryCloud(memoryCapabilities);
    cloud.accept({ kind: "create-group", name: "web", rules: [] });
    const made = await plan(memoryAdapter(cloud), [present("web")], { awaitQuiet: true });
    expect(made.targets[0]?.groups).toMatchObject([{ action: "keep" }]);
    expect(cloud.pending()).toEqual([]);
  });

  it("does not wait where nothing is under way", async () => {
    const cloud = createMemoryCloud(memoryCapabilities);
    const clock = virtualClock();
    await plan(memoryAdapter(cloud), [present("web")], { awaitQuiet: true, clock });
    expect(clock.slept).toEqual([]);
  });

  it.each([
    ["two reads agree", 1, 1],
    ["two reads agree, be it the third and the fourth", 3, 3],
    ["it has been read often enough, whatever it tells", 100, 6],
  ])("is made once %s", async (_, differences, pauses) => {
    const { adapter, cloud } = atWork(() => true);
    let reads = 0;
    const unsettled: Adapter = {
      ...adapter,
      listGroups: async (from) => {
        const listed = await adapter.listGroups(from);
        // The first is the one before the wait.
        const description = `${Math.min(reads++, differences)}`;
        return listed.map((entry): ListedGroup =>
          entry.rules === "listed" ? { rules: "listed", group: { ...entry.group, description } } : entry,
        );
      },
    };
    const clock = virtualClock();
    const made = await plan(unsettled, [present("web")], { awaitQuiet: true, clock });
    expect(cloud.pending()).toEqual([]);
    expect(reads).toBe(pauses + 2);
    expect(clock.slept.slice(-pauses)).toEqual(Array.from({ length: pauses }, () => 10_000));
    expect(made.targets[0]?.groups).toMatchObject([{ action: "keep" }]);
  });
});
