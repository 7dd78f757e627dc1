import type { Adapter } from "@secgroup/core";
import { abortedWrites } from "../checks/aborted-writes.ts";
import { callNames, prepareCalls, type Call } from "../port-calls.ts";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { equal, rejects } from "../expect.ts";
import { narrowing } from "../rules/narrowing.ts";
import { settlesSoon, soon } from "../settles-soon.ts";
import { applyPlan, planGroups, wanted, type World } from "../world.ts";

/**
 * Somebody presses Ctrl-C. Every call takes a signal: when it is aborted already, nothing is sent; when it is aborted while the
 * cloud is silent, a read ends at once. Either way it rejects with `aborted`, whatever your HTTP client throws. A write that has
 * been sent is another matter: its answer is the only word on what it did, so it is waited for, and `aborted` is never said of it.
 */
export const stopsWhenAborted: Chapter = {
  title: "stops when aborted",
  checks: (subject) => [
    ...callNames.flatMap((name) => [
      check(subject, `${name} after an abort sends nothing`, async (world) => {
        const call = (await prepareCalls(subject, world))[name];
        const sent = world.backend.requests();
        await rejects(name, soon(call(world.adapter, AbortSignal.abort())), "aborted");
        equal("requests", world.backend.requests(), sent);
      }),
    ]),
    ...callNames
      .filter((name) => name !== "submit")
      .map((name) =>
        check(subject, `${name} ends when it is aborted while the cloud is silent`, async (world) => {
          await stopsInFlight(world, (await prepareCalls(subject, world))[name], name);
        }),
      ),
    ...abortedWrites(subject),
    ...(subject.isSynchronous ? [] : [abortWhileWaiting(subject)]),
  ],
};

function abortWhileWaiting(subject: Subject): Check {
  return check(subject, "an abort while waiting ends the apply, and nothing more is sent", async (world) => {
    const { backend } = world;
    backend.seedGroup({ name: "group-1", rules: narrowing.before });
    const plan = await planGroups(world, [wanted("group-1", { rules: narrowing.after })]);
    const { writes } = backend.requests();
    backend.holdOperations(true);
    const controller = new AbortController();
    let looks = 0;
    const adapter: Adapter = {
      ...world.adapter,
      readOperations(operations, signal) {
        if (++looks === 3) controller.abort();
        return world.adapter.readOperations(operations, signal);
      },
    };
    const report = await applyPlan({ ...world, adapter }, plan, { signal: controller.signal });
    equal("the error", report.error?.code, "aborted");
    equal(
      "steps",
      report.steps.map(({ status }) => status),
      ["unknown", "not-done"],
    );
    equal("writes", backend.requests().writes - writes, 1);
  });
}

async function stopsInFlight({ adapter, backend }: World, call: Call, name: string): Promise<void> {
  const sent = backend.requests();
  backend.failRequest({ kind: "silent" });
  const controller = new AbortController();
  const answer = call(adapter, controller.signal);
  if (await settlesSoon(answer, 20)) {
    // A call that needs no request has nothing to be silent about.
    await answer;
    return equal(`requests of ${name} that was answered at once`, backend.requests(), sent);
  }
  controller.abort();
  await rejects(name, soon(answer), "aborted");
}
