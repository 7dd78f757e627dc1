import { SecurityGroupError, type Operation } from "@secgroup/core";
import { check, type Check, type Subject } from "../chapter.ts";
import { equal, fail } from "../expect.ts";
import { finish, groupNamed, type World } from "../world.ts";

const many = 20;
const readsPerLook = 2;
const patienceMs = 600_000;

/** What matters when operations are many, old, or of another cloud. */
export function manyOperations(subject: Subject): readonly Check[] {
  return [
    check(subject, `${many} operations are told in ${readsPerLook} reads at most for each look`, async (world) => {
      const { adapter, backend, signal } = world;
      const count = Math.min(many, backend.limits.groupsPerTarget ?? many);
      backend.holdOperations(true);
      const operations: Operation[] = [];
      for (let index = 0; index < count; index++) {
        operations.push(await adapter.submit({ kind: "create-group", name: `group-${index}`, rules: [] }, signal));
      }
      for (let look = 0; look < 3; look++) {
        const { reads } = backend.requests();
        await adapter.readOperations(operations, signal);
        const made = backend.requests().reads - reads;
        if (made > readsPerLook) fail("reads for one look", `${readsPerLook} at most`, `${made}`);
        await backend.clock.sleep(2_000, signal);
      }
      backend.holdOperations(false);
      const ids = (await finish(world, operations)).map((state, index) =>
        state.status === "succeeded" ? (state.groupId ?? operations[index]?.groupId) : undefined,
      );
      equal(
        "the new groups",
        ids,
        operations.map((_, index) => groupNamed(world, `group-${index}`).id),
      );
    }),
    check(subject, "an operation that the cloud does not know is not awaited for ever", async (world) => {
      const elsewhere = subject.newWorld();
      const create = { kind: "create-group", name: "group-1", rules: [] } as const;
      await givesUp(world, await elsewhere.adapter.submit(create, elsewhere.signal));
    }),
    check(subject, "when an operation began is told by the cloud's clock, or not at all", async (world) => {
      const { adapter, backend, signal } = world;
      const { startedAt } = await adapter.submit({ kind: "create-group", name: "group-1", rules: [] }, signal);
      if (startedAt === undefined) return;
      const apart = Math.abs(startedAt - backend.clock.now());
      if (!(apart <= 60_000)) fail("the beginning", "within a minute of the cloud's time", `${apart} ms away from it`);
    }),
  ];
}

/** Looks until the operation is lost or has failed, or is refused as one that is not known. */
async function givesUp({ adapter, backend, signal }: World, operation: Operation): Promise<void> {
  for (const deadline = backend.clock.now() + patienceMs; backend.clock.now() < deadline;) {
    try {
      const [state] = await adapter.readOperations([operation], signal);
      if (state?.status === "lost" || state?.status === "failed") return;
      if (state?.status === "succeeded") fail("its state", "anything else", "succeeded");
    } catch (error) {
      if (SecurityGroupError.is(error) && (error.code === "not-found" || error.code === "unexpected-response")) return;
      throw error;
    }
    await backend.clock.sleep(5_000, signal);
  }
  fail("its state", "failed, or an error, within ten minutes of the cloud's time", "queued or running all the while");
}
