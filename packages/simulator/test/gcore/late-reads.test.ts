import { describe, expect, it } from "vitest";
import { tcp, v1, v2 } from "./gcore-world.ts";
import { createWeb, type Web } from "./web-group.ts";

const names = async ({ world }: Web): Promise<readonly string[]> =>
  (await world.send("GET", v1)).body.results.map(({ name }: { name: string }) => name);
const status = async ({ world }: Web, id: string): Promise<number> => (await world.send("GET", `${v1}/${id}`)).status;

describe("reads that are late", () => {
  it("show a new group, and the end of one, only after the lag", async () => {
    const web = createWeb({ readAfterWrite: "late" });
    const [task] = await web.world.finish("POST", v2, { name: "new", rules: [] });
    const id = task.created_resources.security_groups[0];
    expect([await names(web), await status(web, id)]).toEqual([["web"], 404]);
    web.world.wait(2999);
    expect(await status(web, id)).toBe(404);
    web.world.wait(1);
    expect([await names(web), await status(web, id)]).toEqual([["web", "new"], 200]);

    expect(await web.world.send("DELETE", `${v1}/${id}`)).toMatchObject({ status: 204 });
    expect(await web.world.send("DELETE", `${v1}/${id}`)).toMatchObject({ status: 404 });
    expect([await names(web), await status(web, id)]).toEqual([["web", "new"], 200]);
    web.world.wait(3000);
    expect([await names(web), await status(web, id)]).toEqual([["web"], 404]);
  });

  it("show each state in its turn", async () => {
    const web = createWeb({ readAfterWrite: "late" }, { lagMs: 5000 });
    const seen: string[] = [];
    for (const description of ["one", "two", "three"]) {
      await web.finish({ description });
      web.world.wait(1000);
    }
    for (let second = 0; second < 6; second++) {
      seen.push((await web.world.send("GET", `${v1}/${web.id}`)).body.description);
      web.world.wait(1000);
    }
    expect(seen).toEqual(["one", "two", "two", "two", "three", "three"]);
  });

  it("do not hold up writes, which see what is there", async () => {
    const web = createWeb({ readAfterWrite: "late" });
    await web.finish({ rules: [tcp(443)] });
    expect(await web.patch({ rules: [tcp(443)] })).toMatchObject({ body: { tasks: [] } });
  });

  it("are neither in the history nor in what is seen past the API", async () => {
    const web = createWeb({ readAfterWrite: "late" });
    await web.finish({ rules: [] });
    await web.world.send("GET", `${v1}/${web.id}`);
    expect(web.rules()).toEqual([]);
    expect(web.world.history(web.id).at(-1)).toMatchObject({ rules: [] });
    expect(web.world.history(web.id)).toHaveLength(3);
  });

  it("are late about what somebody else edits or deletes, in their own project only", async () => {
    const web = createWeb({ readAfterWrite: "late" });
    web.world.cloud.addProject({ projectId: 1, regionId: 3 });
    web.world.cloud.editRules(web.id, () => []);
    expect((await web.world.send("GET", `${v1}/${web.id}`)).body.security_group_rules).toHaveLength(2);
    web.world.cloud.removeGroup(web.id);
    expect(await names(web)).toEqual(["web"]);
    expect((await web.world.send("GET", "/cloud/v1/securitygroups/1/3")).body.count).toBe(0);
    web.world.wait(3000);
    expect(await names(web)).toEqual([]);
  });
});
