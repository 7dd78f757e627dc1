import { describe, expect, it } from "vitest";
import { createWorld, tcp, v2, type World } from "./gcore-world.ts";

const seeded = (): { world: World; id: string; patch: (body: unknown) => Promise<string> } => {
  const world = createWorld();
  const id = world.cloud.addGroup(1, 2, { name: "web", rules: [tcp(22)] });
  return { world, id, patch: async (body) => (await world.send("PATCH", `${v2}/${id}`, body)).body.tasks[0] };
};
const read = async (world: World, id: string): Promise<unknown> =>
  (await world.send("GET", `/cloud/v1/tasks/${id}`)).body;

describe("a task that is told to fail", () => {
  it("ends in ERROR without effect, and only the next one does", async () => {
    const { world, id, patch } = seeded();
    world.cloud.failNextTask("Quota limit exceeded");
    const failing = await patch({ rules: [] });
    const next = await patch({ description: "x" });
    expect(await read(world, failing)).toMatchObject({ state: "NEW", error: null });
    world.wait(2000);
    expect(await read(world, failing)).toMatchObject({
      state: "ERROR",
      error: "Quota limit exceeded",
      finished_on: "2026-11-22T06:30:02",
      created_resources: null,
    });
    expect(await read(world, next)).toMatchObject({ state: "FINISHED" });
    expect(world.cloud.groups(1, 2)).toMatchObject([{ description: "x", rules: [tcp(22)] }]);
    expect(world.history(id)).toHaveLength(2);
  });

  it("makes no group", async () => {
    const world = createWorld();
    world.cloud.failNextTask("No");
    expect(await world.finish("POST", v2, { name: "web" })).toMatchObject([
      { state: "ERROR", created_resources: null },
    ]);
    expect(world.cloud.groups(1, 2)).toEqual([]);
  });
});

describe("tasks that are held", () => {
  it("stay RUNNING until they are released", async () => {
    const { world, id, patch } = seeded();
    world.cloud.holdTasks(true);
    const task = await patch({ rules: [] });
    world.wait(60_000);
    expect(await read(world, task)).toMatchObject({ state: "RUNNING" });
    expect(world.cloud.groups(1, 2)[0]?.rules).toHaveLength(1);
    world.cloud.holdTasks(false);
    expect(await read(world, task)).toMatchObject({ state: "FINISHED", finished_on: "2026-11-22T06:31:00" });
    expect(world.history(id).at(-1)).toMatchObject({ at: world.now(), rules: [] });
  });

  it("are not those that were due before", async () => {
    const { world, patch } = seeded();
    const task = await patch({ rules: [] });
    world.wait(2000);
    world.cloud.holdTasks(true);
    expect(await read(world, task)).toMatchObject({ state: "FINISHED" });
  });

  it("take their time after a release", async () => {
    const { world, patch } = seeded();
    world.cloud.holdTasks(true);
    const task = await patch({ rules: [] });
    world.cloud.holdTasks(false);
    expect(await read(world, task)).toMatchObject({ state: "NEW" });
  });
});

it("takes the times that it is given", async () => {
  const world = createWorld({ newMs: 0, runningMs: 10 });
  const { body } = await world.send("POST", v2, { name: "web" });
  expect(await read(world, body.tasks[0])).toMatchObject({ state: "RUNNING" });
  world.wait(10);
  expect(await read(world, body.tasks[0])).toMatchObject({ state: "FINISHED" });
});

const many = async (): Promise<{ world: World; ids: string[] }> => {
  const world = createWorld();
  world.cloud.addProject({ projectId: 3, regionId: 4 });
  const ids: string[] = [];
  for (let number = 0; number < 12; number++) {
    const path = number < 2 ? "/cloud/v2/security_groups/3/4" : v2;
    const { body } = await world.send("POST", path, { name: "web", rules: [] });
    ids.push(body.tasks[0]);
    world.wait(1000);
  }
  return { world, ids };
};

describe("listing tasks", () => {
  it.each<readonly [string, readonly number[], number]>([
    ["", [11, 10, 9, 8, 7, 6, 5, 4, 3, 2], 12],
    ["?limit=2&offset=1", [10, 9], 12],
    ["?order_by=asc&limit=2", [0, 1], 12],
    ["?sorting=asc&limit=2", [0, 1], 12],
    ["?state=NEW", [], 0],
    ["?state=RUNNING", [11], 1],
    ["?state=RUNNING&state=FINISHED&limit=2", [11, 10], 12],
    ["?project_id=3", [1, 0], 2],
    ["?region_id=4&region_id=5", [1, 0], 2],
    ["?project_id=3&region_id=2", [], 0],
    ["?task_type=update_security_group", [], 0],
    ["?task_type=create_security_group&limit=1", [11], 12],
    ["?is_acknowledged=true", [], 0],
    ["?is_acknowledged=false&limit=1", [11], 12],
    ["?from_timestamp=2026-11-22T06:30:09Z", [11, 10, 9], 3],
    ["?to_timestamp=2026-11-22T06:30:01Z", [1, 0], 2],
  ])("%j gives the newest first, ten of them, and the count of all", async (query, wanted, count) => {
    const { world, ids } = await many();
    const { body } = await world.send("GET", `/cloud/v1/tasks${query}`);
    expect(body.results.map(({ id }: { id: string }) => ids.indexOf(id))).toEqual(wanted);
    expect(body.count).toBe(count);
  });
});
