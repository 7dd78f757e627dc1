import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { equal, fail } from "../expect.ts";
import { tcp } from "../rules/rule-of.ts";
import { addingStep, finish, settle } from "../world.ts";

/**
 * Before a plan is run, and after an answer was lost, the core must know whether the cloud is still at work on the target: only
 * then does a read tell how things are. `listOperations` shows what has not ended, whoever started it, and nothing else. An
 * operation that names a group is about that one alone; one that names none may be about any.
 */
export const tellsWhatIsUnderWay: Chapter = {
  title: "tells what is under way",
  checks: (subject) => [
    check(subject, "nothing is under way on a quiet cloud", async ({ adapter, backend, signal }) => {
      backend.seedGroup({ name: "group-1" });
      equal("operations", await adapter.listOperations(signal), []);
      equal("writes", backend.requests().writes, 0);
    }),
    check(subject, "nothing is under way when a write has ended", async (world) => {
      const { adapter, signal } = world;
      await finish(world, [await adapter.submit({ kind: "create-group", name: "group-1", rules: [tcp(22)] }, signal)]);
      equal("operations", await adapter.listOperations(signal), []);
    }),
    ...(subject.isSynchronous ? [] : heldChecks(subject)),
  ],
};

function heldChecks(subject: Subject): readonly Check[] {
  return [
    check(subject, "what has not ended is told, and can be asked for", async (world) => {
      const { adapter, backend, signal } = world;
      backend.holdOperations(true);
      for (const name of ["group-1", "group-2", "group-3"]) {
        await adapter.submit({ kind: "create-group", name, rules: [] }, signal);
      }
      const open = await adapter.listOperations(signal);
      if (open.length < 3) fail("operations under way", "3 at least", `${open.length}`);
      const states = await adapter.readOperations(open, signal);
      for (const { status } of states) {
        if (status !== "queued" && status !== "running") fail("the state", "queued or running", status);
      }
      backend.holdOperations(false);
      await finish(world, open);
      equal("groups", backend.groups().length, 3);
      equal("operations in the end", await adapter.listOperations(signal), []);
    }),
    check(subject, "what somebody else has started is told too", async (world) => {
      const { adapter, backend, connect, signal } = world;
      backend.holdOperations(true);
      await connect().submit({ kind: "create-group", name: "group-1", rules: [] }, signal);
      if ((await adapter.listOperations(signal)).length === 0) fail("operations under way", "one", "none");
      backend.holdOperations(false);
      await settle(world);
      equal("groups", backend.groups().length, 1);
    }),
    check(subject, "an operation names the group that it is about, or none", async (world) => {
      const { adapter, backend, signal } = world;
      const [, group] = ["group-1", "group-2"].map((name) => ({ id: backend.seedGroup({ name }), name }));
      if (group === undefined) return;
      backend.holdOperations(true);
      await adapter.submit(addingStep(subject.capabilities, group, tcp(22)), signal);
      const open = await adapter.listOperations(signal);
      if (open.length === 0) fail("operations under way", "one", "none");
      for (const { groupId } of open) if (groupId !== undefined) equal("the group", groupId, group.id);
    }),
  ];
}
