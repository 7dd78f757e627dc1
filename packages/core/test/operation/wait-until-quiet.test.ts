import { describe, expect, it } from "vitest";
import { SecurityGroupError, type Adapter, type GroupId, type Operation } from "../../src/index.ts";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "../../src/memory/index.ts";
import { waitUntilQuiet } from "../../src/operation/wait-until-quiet.ts";
import { errorOf } from "../support/memory-target.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const { signal } = new AbortController();
const ours = "group-1" as GroupId;
const theirs = "group-2" as GroupId;

const operation = (handle: string, groupId: GroupId = ours): Operation => ({
  cloud: "memory",
  handles: [handle],
  groupId,
});

interface BusyCloud {
  readonly adapter: Adapter;
  /** What each look asked for. */
  readonly looks: string[][];
  readonly lists: () => number;
}

/** A cloud that is at work on these, list by list, the last one for good; each ends with its first look unless it never does. */
function busyCloud(lists: readonly (readonly Operation[] | SecurityGroupError)[], neverEnds = false): BusyCloud {
  const looks: string[][] = [];
  let listed = 0;
  const adapter: Adapter = {
    ...memoryAdapter(createMemoryCloud(memoryCapabilities)),
    async listOperations() {
      const list = lists[Math.min(listed++, lists.length - 1)] ?? [];
      if (SecurityGroupError.is(list)) throw list;
      return list;
    },
    async readOperations(operations) {
      looks.push(operations.map(({ handles: [handle = ""] }) => handle));
      return operations.map(() => ({ status: neverEnds ? "running" : "succeeded" }));
    },
  };
  return { adapter, looks, lists: () => listed };
}

describe("waiting until a cloud is quiet", () => {
  it("is over at once when it is at work on nothing", async () => {
    const { adapter, looks, lists } = busyCloud([[]]);
    expect(await waitUntilQuiet(adapter, { clock: virtualClock(), signal })).toBe(false);
    expect([lists(), looks]).toEqual([1, []]);
  });

  it("goes on until a list is empty, since somebody may begin more meanwhile", async () => {
    const { adapter, looks } = busyCloud([[operation("a"), operation("b")], [operation("c", theirs)], []]);
    const told: number[] = [];
    const onWaiting = (operations: number): void => void told.push(operations);
    expect(await waitUntilQuiet(adapter, { clock: virtualClock(), signal, onWaiting })).toBe(true);
    expect(looks).toEqual([["a", "b"], ["c"]]);
    expect(told).toEqual([2, 1]);
  });

  it("does not wait for what does not matter", async () => {
    const { adapter, looks } = busyCloud([[operation("a"), operation("b", theirs)], [operation("b", theirs)]]);
    const concerns = ({ groupId }: Operation): boolean => groupId === ours;
    expect(await waitUntilQuiet(adapter, { clock: virtualClock(), signal, concerns })).toBe(true);
    expect(looks).toEqual([["a"]]);
  });

  it("fails with the operation that had not ended by the deadline", async () => {
    const { adapter, lists } = busyCloud([[operation("a"), operation("b")]], true);
    const error = await errorOf(waitUntilQuiet(adapter, { clock: virtualClock(), signal, deadlineMs: 10_000 }));
    expect(error).toMatchObject({ code: "operation-timeout", vendor: { cloud: "memory", requestId: "a" } });
    expect(lists()).toBe(1);
  });

  it("fails when the cloud is kept at work for ever", async () => {
    const { adapter, looks } = busyCloud([[operation("again")]]);
    const error = await errorOf(waitUntilQuiet(adapter, { clock: virtualClock(), signal }));
    expect(error).toMatchObject({ code: "operation-timeout", vendor: { requestId: "again" } });
    expect(looks).toHaveLength(100);
  });
});

describe("a list of operations that cannot be had", () => {
  const forbidden = new SecurityGroupError("forbidden", "no");
  const options = { clock: virtualClock(), signal };

  it("is as good as an empty one where it is optional and the cloud forbids it", async () => {
    expect(await waitUntilQuiet(busyCloud([forbidden]).adapter, { ...options, isOptional: true })).toBe(false);
  });

  it.each([
    [forbidden, undefined],
    [forbidden, false],
    [new SecurityGroupError("unauthorized", "no"), true],
  ])("is a failure otherwise: %s, optional: %s", async (failure, isOptional) => {
    const error = await errorOf(waitUntilQuiet(busyCloud([failure]).adapter, { ...options, isOptional }));
    expect(error).toBe(failure);
  });

  it("is asked for again while it fails for a passing reason", async () => {
    const cloud = busyCloud([new SecurityGroupError("unavailable", "no", { retryable: true }), []]);
    expect(await waitUntilQuiet(cloud.adapter, options)).toBe(false);
    expect(cloud.lists()).toBe(2);
  });
});
