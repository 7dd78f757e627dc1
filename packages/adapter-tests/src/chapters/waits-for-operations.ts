import { stopsAtFailure } from "../checks/stops-at-failure.ts";
import type { Operation, ResolvedStep } from "@secgroup/core";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { manyOperations } from "../checks/many-operations.ts";
import { synchronousChecks } from "../checks/synchronous-checks.ts";
import { equal, equalRules, fail, rejects } from "../expect.ts";
import { tcp } from "../rules/rule-of.ts";
import { addingStep, applyPlan, finish, groupNamed, planGroups, wanted } from "../world.ts";

const failure = "no more room in the rack";

/**
 * A cloud says "accepted" long before it is done, and only `readOperations` knows. It answers for many operations at once, in
 * the order in which they were given, and turns the cloud's words into four states of which two are final. A handle is plain
 * data: it may be written down today and asked for by another process tomorrow. Waiting itself is the core's business; your
 * adapter never sleeps. A synchronous cloud gives no handles, and its operations have ended before anybody looks.
 */
export const waitsForOperations: Chapter = {
  title: "waits for operations",
  checks: (subject) => [
    check(subject, "an operation ends, and stays ended", async (world) => {
      const { adapter, backend, signal } = world;
      const id = backend.seedGroup({ name: "group-1" });
      const rule = tcp(22);
      const operation = await adapter.submit(addingStep(subject.capabilities, { id, name: "group-1" }, rule), signal);
      const written = JSON.parse(JSON.stringify(operation)) as Operation;
      const [state] = await finish(world, [written]);
      equal("the state", state?.status, "succeeded");
      equalRules("the rules", groupNamed(world, "group-1").rules, [rule]);
      equal("the state afterwards", (await finish(world, [written]))[0]?.status, "succeeded");
    }),
    check(subject, "the id of a new group is known at the end", async (world) => {
      const { adapter, signal } = world;
      const operation = await adapter.submit({ kind: "create-group", name: "group-1", rules: [tcp(22)] }, signal);
      const [state] = await finish(world, [operation]);
      const id = state?.status === "succeeded" ? (state.groupId ?? operation.groupId) : undefined;
      equal("the id", id, groupNamed(world, "group-1").id);
    }),
    check(subject, "no operations have no states", async ({ adapter, backend, signal }) => {
      equal("states", await adapter.readOperations([], signal), []);
      equal("requests", backend.requests(), { reads: 0, writes: 0 });
    }),
    ...(subject.isSynchronous ? synchronousChecks(subject) : queuedChecks(subject)),
    ...["of no make", "%00", ""].map((handle) =>
      check(subject, `a handle ${JSON.stringify(handle)} is refused, not waited for`, async ({ adapter, signal }) => {
        const operation: Operation = { cloud: adapter.cloud, handles: [handle] };
        await rejects("its state", adapter.readOperations([operation], signal), "unexpected-response", "not-found");
      }),
    ),
  ],
};

function queuedChecks(subject: Subject): readonly Check[] {
  return [
    check(subject, "states come in the order of the operations", async (world) => {
      const { adapter, backend, signal } = world;
      backend.failNextOperation(failure);
      const operations: Operation[] = [];
      for (const name of ["group-1", "group-2", "group-3"]) {
        operations.push(await adapter.submit({ kind: "create-group", name, rules: [] }, signal));
      }
      for (const turn of [0, 1, 2]) {
        const asked = [...operations.slice(turn), ...operations.slice(0, turn)];
        const states = await finish(world, asked);
        equal(
          "failed",
          states.map(({ status }) => status === "failed"),
          asked.map((each) => each === operations[0]),
        );
        const ids = states.map((state, index) =>
          state.status === "succeeded" ? (state.groupId ?? asked[index]?.groupId) : undefined,
        );
        const named = ["group-2", "group-3"].map((name) => groupNamed(world, name).id);
        const expected = asked.map((each) =>
          each === operations[0] ? undefined : named[operations.indexOf(each) - 1],
        );
        equal("ids of the new groups", ids, expected);
      }
    }),
    check(subject, "a failed operation tells the cloud's words", async (world) => {
      world.backend.failNextOperation(failure);
      const operation = await world.adapter.submit({ kind: "create-group", name: "group-1", rules: [] }, world.signal);
      const [state] = await finish(world, [operation]);
      if (state?.status !== "failed" || !state.message.includes(failure)) {
        fail("the state", `failed with "${failure}"`, JSON.stringify(state));
      }
      equal("groups on the cloud", world.backend.groups(), []);
    }),
    stopsAtFailure(subject, "a plan stops at an operation that failed, and the next plan goes on", {
      message: failure,
      code: "operation-failed",
    }),
    ...heldChecks(subject),
    ...manyOperations(subject),
  ];
}

function heldChecks(subject: Subject): readonly Check[] {
  const step = (world: Parameters<Parameters<typeof check>[2]>[0]): ResolvedStep => {
    const id = world.backend.seedGroup({ name: "group-1" });
    return addingStep(subject.capabilities, { id, name: "group-1" }, tcp(22));
  };
  return [
    check(subject, "what the cloud is at work on has not ended", async (world) => {
      const { adapter, backend, signal } = world;
      backend.holdOperations(true);
      const operation = await adapter.submit(step(world), signal);
      for (let look = 0; look < 20; look++) {
        const [state] = await adapter.readOperations([operation], signal);
        if (state?.status !== "queued" && state?.status !== "running") {
          fail("the state", "queued or running", JSON.stringify(state));
        }
        await backend.clock.sleep(5_000, signal);
      }
      equalRules("the rules", groupNamed(world, "group-1").rules, []);
      backend.holdOperations(false);
      equal("the state in the end", (await finish(world, [operation]))[0]?.status, "succeeded");
      equalRules("the rules in the end", groupNamed(world, "group-1").rules, [tcp(22)]);
    }),
    check(subject, "a deadline ends the waiting, and what became of the step is unknown", async (world) => {
      world.backend.seedGroup({ name: "group-1" });
      const plan = await planGroups(world, [wanted("group-1", { rules: [tcp(22)] })]);
      world.backend.holdOperations(true);
      const report = await applyPlan(world, plan, { deadlineMs: 60_000 });
      equal("the error", report.error?.code, "operation-timeout");
      equal(
        "steps",
        report.steps.map(({ status }) => status),
        ["unknown"],
      );
    }),
  ];
}
