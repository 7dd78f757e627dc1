import type { GroupId, Operation, OperationState } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId, wireTask } from "./wire.ts";

const id = groupId as GroupId;
const operation = (...handles: readonly string[]): Operation => ({ cloud: "gcore", handles, groupId: id });
type Tasks = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The account's list of tasks. */
const listOf = (tasks: Tasks): object => ({
  count: Object.keys(tasks).length,
  results: Object.entries(tasks).map(([task, fields]) => ({ ...fields, id: task })),
});

/** Reads operations on a cloud that has these tasks. */
async function states(
  tasks: Tasks,
  operations: readonly Operation[],
): Promise<{ states: readonly OperationState[]; paths: readonly string[] }> {
  const { adapter, requests } = fakeGcore(({ path }) =>
    json(tasks[path.slice("/cloud/v1/tasks/".length)] ?? listOf(tasks)),
  );
  return {
    states: await adapter.readOperations(operations, calm),
    paths: requests.map(({ method, path }) => `${method} ${path}`),
  };
}

const [fresh, running, finished, failed, unknown] = [
  wireTask("NEW"),
  wireTask("RUNNING"),
  wireTask("FINISHED"),
  wireTask("ERROR", { error: "Quota limit exceeded" }),
  wireTask("PAUSED"),
];

describe("the state of an operation", () => {
  it.each<[string, Tasks, OperationState]>([
    ["is queued while its task is new", { a: fresh }, { status: "queued" }],
    ["is running while its task is", { a: running }, { status: "running" }],
    ["is running under a word that is not known", { a: unknown }, { status: "running" }],
    ["is succeeded when its task is finished", { a: finished }, { status: "succeeded", groupId: id }],
    ["is failed with the task's error", { a: failed }, { status: "failed", message: "Quota limit exceeded" }],
    ["is succeeded only when all tasks are finished", { a: finished, b: running }, { status: "running" }],
    ["is running when one task is finished and another new", { a: finished, b: fresh }, { status: "running" }],
    ["is queued while all tasks are new", { a: fresh, b: fresh }, { status: "queued" }],
    [
      "is failed as soon as one task is",
      { a: running, b: failed },
      { status: "failed", message: "Quota limit exceeded" },
    ],
    [
      "names the task that failed without a word",
      { a: finished, b: wireTask("ERROR") },
      { status: "failed", message: "the task b ended in ERROR without a reason" },
    ],
  ])("%s", async (_, tasks, wanted) => {
    expect((await states(tasks, [operation(...Object.keys(tasks))])).states).toStrictEqual([wanted]);
  });

  it("tells the id of a new group", async () => {
    const created = wireTask("FINISHED", {
      created_resources: { security_groups: ["new-id"], security_group_rules: ["r"], ports: [] },
    });
    const newGroup: Operation = { cloud: "gcore", handles: ["a", "b"] };
    expect((await states({ a: finished, b: created }, [newGroup])).states).toStrictEqual([
      { status: "succeeded", groupId: "new-id" },
    ]);
    expect((await states({ a: created, b: finished }, [operation("a", "b")])).states).toStrictEqual([
      { status: "succeeded", groupId: id },
    ]);
  });

  it.each([null, undefined, {}, { security_groups: null }, { security_groups: [] }])(
    "knows no id when the task tells %j",
    async (created) => {
      const done = wireTask("FINISHED", { created_resources: created });
      expect((await states({ a: done }, [{ cloud: "gcore", handles: ["a"] }])).states).toStrictEqual([
        { status: "succeeded", groupId: undefined },
      ]);
    },
  );
});

describe("a handle", () => {
  it.each(["", ".", "..", "a/b", "../securitygroups", "a?b", "request:1", " a", "a\n"])(
    "%j is no task id and is refused before anything is sent",
    async (handle) => {
      const { adapter, requests } = fakeGcore(() => json(finished));
      expect(await rejection(adapter.readOperations([operation("good"), operation(handle)], calm))).toMatchObject({
        code: "unexpected-response",
      });
      expect(requests).toEqual([]);
    },
  );

  it("never shows the key, though its task's error may", async () => {
    const leak = wireTask("ERROR", { error: "Bad token 29841_c767abcdef" });
    expect((await states({ a: leak }, [operation("a")])).states).toEqual([
      { status: "failed", message: "Bad token ***" },
    ]);
  });

  it("of another cloud is refused", async () => {
    const { adapter, requests } = fakeGcore(() => json(finished));
    expect(await rejection(adapter.readOperations([{ cloud: "ionos", handles: ["good"] }], calm))).toMatchObject({
      code: "unexpected-response",
      message: expect.stringContaining("ionos"),
    });
    expect(requests).toEqual([]);
  });
});
