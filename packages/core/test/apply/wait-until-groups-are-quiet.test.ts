import { describe, expect, it } from "vitest";
import { SecurityGroupError, type ApplyEvent, type GroupId, type GroupPlan, type Operation } from "../../src/index.ts";
import { waitUntilGroupsAreQuiet } from "../../src/apply/wait-until-groups-are-quiet.ts";
import { absencePlan, creationPlan, idOf, updatePlan } from "../support/group-plans.ts";
import { errorOf, memoryTarget } from "../support/memory-target.ts";
import { targetRun } from "../support/target-run.ts";
import { virtualClock } from "../support/virtual-clock.ts";

const concerning = (groupId?: GroupId): Operation => ({ cloud: "memory", handles: [`of ${groupId}`], groupId });

/** Waits on a cloud that is at work on this until it is asked about it. */
async function waiting(groups: readonly GroupPlan[], created: ReadonlyMap<string, GroupId>, underWay: Operation) {
  const events: ApplyEvent[] = [];
  let isOver = false;
  const { plan, adapter, options } = targetRun(groups);
  const start = options.clock.now();
  const hasWaited = await waitUntilGroupsAreQuiet(
    plan,
    {
      ...adapter,
      listOperations: async () => (isOver ? [] : [underWay]),
      readOperations: async (operations) => {
        isOver = true;
        return operations.map(() => ({ status: "succeeded" }));
      },
    },
    { ...options, onEvent: (event) => void events.push(event) },
    created,
  );
  return { hasWaited, events, start };
}

describe("what a cloud is at work on", () => {
  const [web, made, other] = [idOf("web"), idOf("new"), idOf("other")];

  it.each<[boolean, string, readonly GroupPlan[], ReadonlyMap<string, GroupId>, Operation]>([
    [true, "a group that stands", [updatePlan("web")], new Map(), concerning(web)],
    [true, "what may be any group", [updatePlan("web")], new Map(), concerning()],
    [false, "another group", [updatePlan("web")], new Map(), concerning(other)],
    [false, "another group, where one stays away", [absencePlan("web")], new Map(), concerning(other)],
    [true, "any group, which may be the new one", [creationPlan("new")], new Map(), concerning(other)],
    [true, "a new group that is known", [creationPlan("new")], new Map([["new", made]]), concerning(made)],
    [
      false,
      "another group, the new one being known",
      [creationPlan("new")],
      new Map([["new", made]]),
      concerning(other),
    ],
  ])("is awaited: %s, for %s", async (wanted, _, groups, created, underWay) => {
    expect((await waiting(groups, created, underWay)).hasWaited).toBe(wanted);
  });

  it("is told when it is waited for", async () => {
    const { events, start } = await waiting([updatePlan("web")], new Map(), concerning(web));
    expect(events).toEqual([{ kind: "waiting-until-quiet", target: "here", at: start, operations: 1 }]);
  });

  it("must be told by the cloud, unless it is said that this is optional", async () => {
    const { plan, adapter, options } = targetRun([updatePlan("web")]);
    const silent = {
      ...adapter,
      listOperations: () => Promise.reject(new SecurityGroupError("forbidden", "not for you")),
    };
    const wait = (isOptional?: boolean): Promise<boolean> =>
      waitUntilGroupsAreQuiet(plan, silent, options, new Map(), isOptional);
    expect(await errorOf(wait())).toMatchObject({ code: "forbidden" });
    expect(await wait(true)).toBe(false);
  });

  it("is awaited until the deadline", async () => {
    const clock = virtualClock();
    const { cloud, adapter } = memoryTarget();
    const id = cloud.seed({ name: "web" });
    const { plan, options } = targetRun([updatePlan("web", { id })]);
    await adapter.submit({ kind: "delete-group", group: { id, name: "web" } }, options.signal);
    cloud.holdOperations(true);
    const wait = waitUntilGroupsAreQuiet(plan, adapter, { ...options, clock, deadlineMs: 10_000 }, new Map());
    expect(await errorOf(wait)).toMatchObject({ code: "operation-timeout", hint: expect.any(String) });
    expect(clock.slept.reduce((sum, slept) => sum + slept, 0)).toBe(10_000);
  });
});
