import { describe, expect, it } from "vitest";
import { v1 } from "./gcore-world.ts";
import { createWeb } from "./web-group.ts";

describe("an update of tags", () => {
  it("alone is done at once, without a task", async () => {
    const { world, id, patch } = createWeb();
    world.wait(1000);
    expect(await patch({ tags: { environment: "production", team: null, owner: "me" } })).toEqual({
      status: 200,
      body: { tasks: [] },
    });
    expect((await world.send("GET", `${v1}/${id}`)).body).toMatchObject({
      tags_v2: [
        { key: "environment", value: "production", read_only: false },
        { key: "owner", value: "platform", read_only: true },
      ],
      updated_at: "2026-11-22T06:30:01+0000",
      revision_number: 2,
    });
  });

  it("to null removes those of the user", async () => {
    const { world, patch } = createWeb();
    await patch({ tags: null });
    expect(world.cloud.groups(1, 2)).toMatchObject([{ tags: {}, readOnlyTags: { owner: "platform" } }]);
  });

  it("beside other fields has a task for those", async () => {
    const { world, finish } = createWeb();
    expect(await finish({ tags: { team: null }, description: "x" })).toMatchObject([{ state: "FINISHED" }]);
    expect(world.cloud.groups(1, 2)).toMatchObject([{ tags: { environment: "test" }, description: "x" }]);
  });

  it("is not a state of the history", async () => {
    const { world, id, patch } = createWeb();
    await patch({ tags: null });
    expect(world.history(id)).toHaveLength(1);
  });
});
