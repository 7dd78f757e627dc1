import { createVirtualClock } from "@secgroup/adapter-tests";
import { createAccount, type Account, type GroupId, type Operation, type ResolvedStep } from "@secgroup/core";
import { describe, expect, it } from "vitest";
import { gcore } from "../src/index.ts";
import { calm, fakeGcore, json, rejection } from "./fake-gcore.ts";
import { groupId } from "./wire.ts";

const group = { id: groupId as GroupId, name: "web" };
const operations: readonly Operation[] = ["a", "b"].map((task) => ({ cloud: "gcore", handles: [task] }));
type Adapter = ReturnType<typeof gcore>;

const steps: readonly ResolvedStep[] = [
  { kind: "create-group", name: "web", rules: [] },
  { kind: "update-group", group, fields: { name: "new" } },
  { kind: "delete-group", group },
];
const writes = steps.map(
  (step) => [step.kind, (adapter: Adapter, signal: AbortSignal) => adapter.submit(step, signal)] as const,
);
const reads: readonly (readonly [string, (adapter: Adapter, signal: AbortSignal) => Promise<unknown>])[] = [
  ["listGroups", (adapter, signal) => adapter.listGroups(signal)],
  ["readGroup", (adapter, signal) => adapter.readGroup(group.id, signal)],
  ["readAttachments", (adapter, signal) => adapter.readAttachments(group.id, signal)],
  ["listOperations", (adapter, signal) => adapter.listOperations(signal)],
  ["readOperations of one", (adapter, signal) => adapter.readOperations(operations.slice(1), signal)],
  ["readOperations of several", (adapter, signal) => adapter.readOperations(operations, signal)],
];

/** An account that sends as this says. */
const accountThat = (send: Account["send"]): Account => ({
  ...createAccount({ clock: createVirtualClock() }),
  send,
});

describe("every call sends through the account", () => {
  it.each([...reads, ...writes])("%s", async (_, call) => {
    const sent: Request[] = [];
    const account = accountThat((request, fetch) => {
      sent.push(request);
      return fetch(request);
    });
    const { adapter, requests } = fakeGcore(() => json({ message: "no" }, 400), { account });
    await call(adapter, calm).catch(() => undefined);
    expect(adapter.account).toBe(account);
    expect(sent.length).toBeGreaterThan(0);
    expect(requests.map(({ request }) => request)).toEqual(sent);
  });

  it("which is its own when none is given", () => {
    const options = { apiKey: "key", project: 1, region: 2 };
    expect(gcore(options).account).not.toBe(gcore(options).account);
  });

  it("and by the platform's fetch when none is given", async () => {
    const account = accountThat(async (_, fetch) => {
      expect(fetch).toBeTypeOf("function");
      return json({ count: 0, results: [] });
    });
    expect(await gcore({ apiKey: "key", project: 1, region: 2, account }).listGroups(calm)).toEqual([]);
  });
});

describe("an abort", () => {
  const reason = new Error("enough");

  it.each([...reads, ...writes])("of %s that waits for its turn is `aborted`", async (_, call) => {
    const controller = new AbortController();
    const account = accountThat(async ({ signal }) => {
      controller.abort(reason);
      throw signal.reason;
    });
    const { adapter, requests } = fakeGcore(() => json({}), { account });
    expect(await rejection(call(adapter, controller.signal))).toMatchObject({ code: "aborted", cause: reason });
    expect(requests).toEqual([]);
  });

  it.each(reads)("of %s under way is `aborted`, whatever the connection says", async (_, call) => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(() => {
      controller.abort(reason);
      throw new TypeError("terminated");
    });
    expect(await rejection(call(adapter, controller.signal))).toMatchObject({ code: "aborted", cause: reason });
  });

  it.each(writes)("of %s whose answer is lost then is `unreachable`: it may have been done", async (_, call) => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(() => {
      controller.abort(reason);
      throw new TypeError("terminated");
    });
    const error = await rejection(call(adapter, controller.signal));
    expect(error).toMatchObject({ code: "unreachable", retryable: true });
  });

  it.each(writes)("of %s whose answer breaks off then is `unreachable` too", async (_, call) => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(() => {
      const pull = (stream: ReadableStreamDefaultController): void => {
        controller.abort(reason);
        stream.error(new TypeError("terminated"));
      };
      return new Response(new ReadableStream({ pull }));
    });
    expect(await rejection(call(adapter, controller.signal))).toMatchObject({ code: "unreachable" });
  });

  it.each(writes)("of %s does not hide the answer", async (_, call) => {
    const controller = new AbortController();
    const { adapter } = fakeGcore(() => {
      controller.abort(reason);
      return json({ tasks: ["t"] });
    });
    expect(await call(adapter, controller.signal)).toMatchObject({ cloud: "gcore" });
  });
});

describe("what a write is told", () => {
  const date = "Sun, 22 Nov 2026 06:00:00 GMT";
  const create: ResolvedStep = { kind: "create-group", name: "web", rules: [] };

  it.each(steps)("holds when it began, by the cloud's clock: %j", async (step) => {
    const { adapter } = fakeGcore(() => json({ tasks: ["t"] }, 200, { date }));
    expect((await adapter.submit(step, calm)).startedAt).toBe(Date.UTC(2026, 10, 22, 6));
    const { adapter: timeless } = fakeGcore(() => json({ tasks: ["t"] }, 200, { date: "soon" }));
    expect(await timeless.submit(step, calm)).not.toHaveProperty("startedAt");
  });

  it("names each task once, however many there are", async () => {
    const tasks = Array.from({ length: 500 }, (_, index) => `task-${index % 300}`);
    const { adapter } = fakeGcore(() => json({ tasks }));
    expect((await adapter.submit(create, calm)).handles).toEqual(tasks.slice(0, 300));
  });

  it.each(["", " ", "a b", "..", "../x", "a/b", "a?b", "%2e%2e", "a\n"])(
    "is not as documented when %j is to be a task",
    async (task) => {
      const { adapter, requests } = fakeGcore(() => json({ tasks: ["good", task] }));
      expect(await rejection(adapter.submit(create, calm))).toMatchObject({
        code: "unexpected-response",
        place: { field: "tasks[1]" },
      });
      expect(requests).toHaveLength(1);
    },
  );
});
