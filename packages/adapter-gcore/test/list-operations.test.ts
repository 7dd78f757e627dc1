import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId, wireTask } from "./wire.ts";

const other = "33333333-0000-4000-8000-000000000000";
const open = (id: string, fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  wireTask("RUNNING", { id, project_id: 1234, region_id: 76, ...fields });

/** What the adapter makes of these tasks. */
async function listed(...tasks: readonly Readonly<Record<string, unknown>>[]): Promise<readonly unknown[]> {
  const { adapter } = fakeGcore(() => json({ count: tasks.length, results: tasks }));
  return adapter.listOperations(calm);
}

describe("operations under way", () => {
  it("are asked for with one request", async () => {
    const { adapter, requests } = fakeGcore(() => json({ count: 0, results: [] }));
    expect(await adapter.listOperations(calm)).toEqual([]);
    expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /cloud/v1/tasks"]);
    const { searchParams } = new URL(requests[0]?.request.url ?? "");
    expect([...searchParams].map((pair) => pair.join("="))).toEqual([
      "limit=1000",
      "offset=0",
      "order_by=asc",
      "project_id=1234",
      "region_id=76",
      "state=NEW",
      "state=RUNNING",
    ]);
  });

  it("are the tasks that change security groups", async () => {
    const kinds = [
      "create_security_group",
      "update_security_group",
      "create_security_group_rule",
      "delete_security_group_rule",
    ];
    const others = ["update_port", "create_vm", "delete_network"];
    const tasks = [...kinds, ...others].map((kind) => open(kind, { task_type: kind }));
    expect(await listed(...tasks)).toEqual(kinds.map((kind) => ({ cloud: "gcore", handles: [kind] })));
  });

  it("are of this project and region and have not ended, should the filters not be known", async () => {
    const tasks = [
      open("ended", { state: "FINISHED" }),
      open("failed", { state: "ERROR" }),
      open("elsewhere", { project_id: 1 }),
      open("far", { region_id: 1 }),
      open("new", { state: "NEW" }),
      open("paused", { state: "PAUSED" }),
      open("nowhere", { project_id: null, region_id: undefined }),
    ];
    expect(await listed(...tasks)).toMatchObject([
      { handles: ["new"] },
      { handles: ["paused"] },
      { handles: ["nowhere"] },
    ]);
  });

  it.each([
    ["plainly", { security_group_id: groupId, name: "web" }, groupId],
    ["by the other name", { group_id: groupId }, groupId],
    ["twice", { group_id: groupId, security_group_id: groupId }, groupId],
    ["in contradiction", { group_id: groupId, security_group_id: other }, undefined],
    ["as nothing", { security_group_id: null }, undefined],
    ["as something else", { security_group_id: "web" }, undefined],
    ["as an object", { security_group_id: { id: groupId } }, undefined],
    ["only as something's id", { id: groupId }, undefined],
    ["not at all", {}, undefined],
    ["in no object", groupId, undefined],
    ["in a list", [groupId], undefined],
    ["in nothing", null, undefined],
  ])("tell the group that is named %s", async (_, data, wanted) => {
    expect(await listed(open("t", { data }))).toEqual([{ cloud: "gcore", handles: ["t"], groupId: wanted }]);
  });

  it("are read to the last page", async () => {
    const all = Array.from({ length: 5 }, (_, index) => open(`t${index}`));
    const { adapter, requests } = fakeGcore(({ query }) => {
      const offset = Number(query["offset"]);
      return json({ count: 5, results: all.slice(offset, offset + 2) });
    });
    expect(await adapter.listOperations(calm)).toHaveLength(5);
    expect(requests).toHaveLength(3);
  });

  it.each([
    ["a refusal", () => json({ message: "no" }, 403), "forbidden"],
    ["a failure", () => json({ message: "no" }, 500), "unavailable"],
    ["text", () => new Response("<html>"), "unexpected-response"],
    ["another shape", () => json({ tasks: [] }), "unexpected-response"],
    ["a task without a kind", () => json({ count: 1, results: [{ id: "t", state: "NEW" }] }), "unexpected-response"],
    ["an id that is none", () => json({ count: 1, results: [open("../x")] }), "unexpected-response"],
    ["fewer than it speaks of", () => json({ count: 1, results: [] }), "unexpected-response"],
  ])("are an error, and not none, after %s", async (_, answer, code) => {
    expect(await rejection(fakeGcore(answer).adapter.listOperations(calm))).toMatchObject({ code });
  });
});
