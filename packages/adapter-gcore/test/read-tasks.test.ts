import { createAccount, type Clock, type GroupId, type Operation, type OperationState } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection, type Answer, type SeenRequest } from "./fake-gcore.ts";
import { groupId, wireTask } from "./wire.ts";

const noon = Date.UTC(2026, 10, 22, 12);
const noTask = { exception_class: "NotFoundError", message: "no such task", request_id: "r" };
const operation = (...handles: readonly string[]): Operation => ({
  cloud: "gcore",
  handles,
  groupId: groupId as GroupId,
});
const many = (count: number): readonly Operation[] =>
  Array.from({ length: count }, (_, index) => operation(`task-${index}`));
const task = (id: string, state = "RUNNING"): object => wireTask(state, { id });
const listed = (...ids: readonly string[]): object => ({ count: ids.length, results: ids.map((id) => task(id)) });
const isList = ({ path }: SeenRequest): boolean => path === "/cloud/v1/tasks";
const ask = (requests: readonly SeenRequest[]): readonly string[] =>
  requests.map(({ method, path }) => `${method} ${path}`);
/** A cloud whose list shows these tasks, and which knows all others by their ids. */
const shows =
  (...ids: readonly string[]): Answer =>
  (seen) =>
    json(isList(seen) ? listed(...ids) : task("by-id", "FINISHED"));

describe("one task", () => {
  it("is read by its id, however often it is named", async () => {
    const { adapter, requests } = fakeGcore(shows());
    const states = await adapter.readOperations([operation("a"), operation(), operation("a", "a")], calm);
    expect(states.map(({ status }) => status)).toEqual(["succeeded", "succeeded", "succeeded"]);
    expect(ask(requests)).toEqual(["GET /cloud/v1/tasks/a"]);
  });
});

describe("several tasks", () => {
  it("are read in the account's list, whatever their project and region", async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `task-${index}`);
    const { adapter, requests } = fakeGcore(shows(...ids.toReversed()));
    const states = await adapter.readOperations(many(300), calm);
    expect(states.every(({ status }) => status === "running")).toBe(true);
    expect(ask(requests)).toEqual(["GET /cloud/v1/tasks"]);
    expect(requests[0]?.query).toEqual({ limit: "1000", offset: "0", order_by: "desc" });
  });

  it("are asked for from a while before the first began, when that is known of all", async () => {
    const { adapter, requests } = fakeGcore(shows("task-0", "task-1"));
    const [one, other] = many(2).map((each, index) => ({ ...each, startedAt: noon + index * 60_000 }));
    if (one === undefined || other === undefined) throw new Error("two are needed");
    await adapter.readOperations([other, one], calm);
    await adapter.readOperations([{ ...one, startedAt: undefined }, other], calm);
    await adapter.readOperations([{ ...one, startedAt: -1e300 }, other], calm);
    expect(requests.map(({ query }) => query["from_timestamp"])).toEqual([
      "2026-11-22T11:50:00.000Z",
      undefined,
      undefined,
    ]);
  });

  it("are looked for page by page until all are found", async () => {
    const pages = [["x", "task-1"], ["task-0"], ["y"]];
    const { adapter, requests } = fakeGcore(({ query }) => {
      const page = pages[["0", "2"].indexOf(query["offset"] ?? "")] ?? [];
      return json({ ...listed(...page), count: 4 });
    });
    await adapter.readOperations(many(2), calm);
    expect(requests.map(({ query }) => query["offset"])).toEqual(["0", "2"]);
  });

  it("are not looked for without end", async () => {
    const { adapter, requests } = fakeGcore((seen) =>
      isList(seen) ? json({ count: 1e9, results: [task("x")] }) : json(task("by-id")),
    );
    await adapter.readOperations(many(2), calm);
    expect(requests.filter(isList)).toHaveLength(3);
    const empty = fakeGcore((seen) => json(isList(seen) ? { count: 1e9, results: [] } : task("by-id")));
    await empty.adapter.readOperations(many(2), calm);
    expect(empty.requests.filter(isList)).toHaveLength(1);
  });

  it("are found among others that are not as documented", async () => {
    const strange = [null, 7, "task-0", [], { id: 3 }, { id: "x/y", state: null }];
    const { adapter, requests } = fakeGcore(() =>
      json({ count: 8, results: [...strange, task("task-0"), task("task-1")] }),
    );
    await adapter.readOperations(many(2), calm);
    expect(requests).toHaveLength(1);
  });

  it("which the list does not show are read by their ids", async () => {
    const { adapter, requests } = fakeGcore(shows("task-0"));
    const states = await adapter.readOperations(many(3), calm);
    expect(states.map(({ status }) => status)).toEqual(["running", "succeeded", "succeeded"]);
    expect(ask(requests)).toEqual(["GET /cloud/v1/tasks", "GET /cloud/v1/tasks/task-1", "GET /cloud/v1/tasks/task-2"]);
  });

  it("which the list does not show are read eight for each look, four at once, and each has its turn", async () => {
    let [open, most] = [0, 0];
    const { adapter, requests } = fakeGcore(async (seen) => {
      if (isList(seen)) return json(listed());
      most = Math.max(most, ++open);
      await new Promise((resolve) => setImmediate(resolve));
      open--;
      return json(task("by-id"));
    });
    for (const looks of [1, 2, 3]) {
      const states = await adapter.readOperations(many(20), calm);
      expect(states.every(({ status }) => status === "running")).toBe(true);
      expect(requests).toHaveLength(9 * looks);
    }
    expect(most).toBe(4);
    expect(new Set(requests.map(({ path }) => path)).size).toBe(21);
  });
});

describe("the list", () => {
  it.each([400, 403, 404, 405])("that is refused with %d is not asked for again", async (status) => {
    const { adapter, requests } = fakeGcore((seen) =>
      isList(seen) ? json({ ...noTask, exception_class: "SomeError" }, status) : json(task("by-id")),
    );
    for (let look = 0; look < 3; look++) await adapter.readOperations(many(2), calm);
    expect(requests.filter(isList)).toHaveLength(1);
    expect(requests).toHaveLength(7);
  });

  it.each([
    ["text", () => new Response("<html>")],
    ["nothing", () => new Response(null, { status: 204 })],
    ["another shape", () => json([])],
  ])("that holds %s shows nothing, this time", async (_, answer) => {
    const { adapter, requests } = fakeGcore((seen) => (isList(seen) ? answer() : json(task("by-id"))));
    for (let look = 0; look < 2; look++) await adapter.readOperations(many(2), calm);
    expect(requests.filter(isList)).toHaveLength(2);
    expect(requests).toHaveLength(6);
  });

  it.each([
    [401, "unauthorized"],
    [429, "rate-limited"],
    [503, "unavailable"],
  ])("that fails with %d fails the look", async (status, code) => {
    const { adapter, requests } = fakeGcore(() => json(noTask, status));
    expect(await rejection(adapter.readOperations(many(2), calm))).toMatchObject({ code });
    expect(await rejection(adapter.readOperations(many(2), calm))).toMatchObject({ code });
    expect(requests.filter(isList)).toHaveLength(2);
  });
});

describe("a task that the cloud does not know", () => {
  const at = (seconds: number): Record<string, string> => ({ date: new Date(noon + seconds * 1000).toUTCString() });
  const fresh = { ...operation("new"), startedAt: noon };

  it.each([
    ["at first", fresh, [0], "running"],
    ["for a minute by the cloud's clock", fresh, [60], "running"],
    ["longer than a minute by the cloud's clock", fresh, [61], "lost"],
    ["when nobody said when it began, at first", operation("new"), [3600], "running"],
    ["when nobody said when it began, for a minute", operation("new"), [3600, 3660], "running"],
    ["when nobody said when it began, for longer", operation("new"), [3600, 3661], "lost"],
    ["though it is said to begin in the future", { ...fresh, startedAt: noon + 1e9 }, [0, 61], "lost"],
  ])("%s", async (_, given, times, wanted) => {
    let now = 0;
    const { adapter } = fakeGcore(() => json(noTask, 404, at(now)));
    let state: OperationState | undefined;
    for (now of times) [state] = await adapter.readOperations([given], calm);
    expect(state?.status).toBe(wanted);
    if (state?.status === "lost") expect(state.message).toContain("does not know the task new");
  });

  it("is judged by the account's clock where the cloud does not tell its own", async () => {
    let now = noon + 1e9;
    const clock: Clock = { now: () => now, sleep: async () => undefined };
    const { adapter } = fakeGcore(() => json(noTask, 404), { account: createAccount({ clock }) });
    const look = async (): Promise<string | undefined> => (await adapter.readOperations([fresh], calm))[0]?.status;
    expect(await look()).toBe("running");
    now += 60_000;
    expect(await look()).toBe("running");
    now += 1;
    expect(await look()).toBe("lost");
  });

  it("is not one that something in between does not know", async () => {
    const { adapter } = fakeGcore(() => new Response("<h1>nginx</h1>", { status: 404 }));
    expect(await rejection(adapter.readOperations([fresh], calm))).toMatchObject({ code: "unexpected-response" });
  });
});

it("fails as a whole when one task cannot be read, and no further one is asked for", async () => {
  const { adapter, requests } = fakeGcore(async (seen) => {
    if (isList(seen)) return json(listed());
    if (seen.path.endsWith("task-1")) return json(noTask, 500);
    await new Promise((resolve) => setImmediate(resolve));
    return json(task("by-id"));
  });
  expect(await rejection(adapter.readOperations(many(8), calm))).toMatchObject({ code: "unavailable" });
  // Time enough for those that were under way to end, and for others to begin if they did.
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(requests).toHaveLength(5);
});
