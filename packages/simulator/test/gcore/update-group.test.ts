import { describe, expect, it } from "vitest";
import { createWorld, v1, v2 } from "./gcore-world.ts";
import { client, createWeb, office } from "./web-group.ts";

describe("an update that changes nothing", () => {
  it.each<readonly [string, unknown]>([
    ["an empty body", {}],
    ["no body", undefined],
    ["the same name and description", { name: "web", description: "Public" }],
    ["the same rules in another order", { rules: [client, office] }],
    ["the same rules in another spelling", { rules: [office, { ...client, remote_ip_prefix: "1.2.3.4" }] }],
    ["the same tags", { tags: { team: "edge", nothing: null } }],
    ["the read-only tags", { tags: { owner: null } }],
  ])("starts no task: %s", async (_, body) => {
    const { world, id, patch } = createWeb();
    const before = (await world.send("GET", `${v1}/${id}`)).body;
    expect(await patch(body)).toEqual({ status: 200, body: { tasks: [] } });
    world.wait(5000);
    expect((await world.send("GET", `${v1}/${id}`)).body).toEqual(before);
    expect((await world.send("GET", "/cloud/v1/tasks")).body.count).toBe(0);
  });
});

describe("an update of several fields", () => {
  const body = { name: "web-2", description: "", rules: [] };
  const wanted = { name: "web-2", description: "", rules: [] };

  it("is one task by default", async () => {
    const { world, finish } = createWeb();
    expect(await finish(body)).toHaveLength(1);
    expect(world.cloud.groups(1, 2)).toMatchObject([wanted]);
  });

  it("is one task for each field that differs, under that quirk", async () => {
    const { world, finish } = createWeb({ tasksPerPatch: "one-per-field" });
    expect((await finish(body)).map(({ data }) => Object.keys(data).at(-1))).toEqual(["name", "description", "rules"]);
    expect(world.cloud.groups(1, 2)).toMatchObject([wanted]);
    expect(await finish({ ...body, description: "x" })).toHaveLength(1);
  });

  it("refuses a name outside the pattern", async () => {
    const { patch } = createWeb();
    for (const name of ["ab", "web-", " web", "web/2", "w".repeat(64)]) {
      expect((await patch({ name })).body).toMatchObject({
        exception_class: "ValidationError",
        invalid_fields: { name: [expect.any(String)] },
      });
    }
  });

  it("does not rename the default group", async () => {
    const world = createWorld();
    const id = world.cloud.addGroup(1, 2, { name: "default", rules: [] });
    expect(await world.send("PATCH", `${v2}/${id}`, { name: "other" })).toMatchObject({ status: 409 });
    expect(await world.finish("PATCH", `${v2}/${id}`, { name: "default", description: "x" })).toMatchObject([
      { state: "FINISHED" },
    ]);
  });
});
