import type { GroupId, Operation } from "@secgroup/core";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { equal, fail, rejects } from "../expect.ts";
import { narrowing } from "../rules/narrowing.ts";
import { tcp } from "../rules/rule-of.ts";
import { settlesSoon } from "../settles-soon.ts";
import { addingStep, applyPlan, planGroups, wanted, type World } from "../world.ts";

type Call = (signal: AbortSignal) => Promise<unknown>;

/**
 * Somebody presses Ctrl-C. Every call takes a signal: when it is aborted already, nothing is sent; when it is aborted while the
 * cloud is silent, the call ends at once. Either way it rejects with `aborted`, whatever your HTTP client throws.
 */
export const stopsWhenAborted: Chapter = {
  title: "stops when aborted",
  checks: (subject) => [
    ...callNames.flatMap((name) => [
      check(subject, `${name} after an abort sends nothing`, async (world) => {
        const call = (await prepareCalls(subject, world))[name];
        const sent = world.backend.requests();
        await rejects(name, soon(call(AbortSignal.abort())), "aborted");
        equal("requests", world.backend.requests(), sent);
      }),
      check(subject, `${name} ends when it is aborted while the cloud is silent`, async (world) => {
        await stopsInFlight(world, (await prepareCalls(subject, world))[name], name);
      }),
    ]),
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
    let sleeps = 0;
    const clock: typeof backend.clock = {
      now: () => backend.clock.now(),
      async sleep(milliseconds, signal) {
        if (++sleeps === 3) controller.abort();
        signal.throwIfAborted();
        await backend.clock.sleep(milliseconds, signal);
      },
    };
    const report = await applyPlan(world, plan, { signal: controller.signal, clock });
    equal("the error", report.error?.code, "aborted");
    equal(
      "steps",
      report.steps.map(({ status }) => status),
      ["unknown", "not-done"],
    );
    equal("writes", backend.requests().writes - writes, 1);
  });
}

const callNames = ["listGroups", "readGroup", "readAttachments", "readLimits", "submit", "readOperations"] as const;

/** Each call of the port, ready to be made on a group that is there and an operation that is under way. */
async function prepareCalls(
  { capabilities, isSynchronous }: Subject,
  { adapter, backend, signal }: World,
): Promise<Readonly<Record<(typeof callNames)[number], Call>>> {
  const group: { readonly id: GroupId; readonly name: string } = {
    id: backend.seedGroup({ name: "group-1" }),
    name: "group-1",
  };
  if (!isSynchronous) backend.holdOperations(true);
  const operation: Operation = await adapter.submit(addingStep(capabilities, group, tcp(22)), signal);
  return {
    listGroups: (aborted) => adapter.listGroups(aborted),
    readGroup: (aborted) => adapter.readGroup(group.id, aborted),
    readAttachments: (aborted) => adapter.readAttachments(group.id, aborted),
    readLimits: (aborted) => adapter.readLimits(aborted),
    submit: (aborted) => adapter.submit({ kind: "create-group", name: "group-2", rules: [] }, aborted),
    readOperations: (aborted) => adapter.readOperations([operation], aborted),
  };
}

async function stopsInFlight({ backend }: World, call: Call, name: string): Promise<void> {
  const sent = backend.requests();
  backend.failRequest({ kind: "silent" });
  const controller = new AbortController();
  const answer = call(controller.signal);
  if (await settlesSoon(answer, 20)) {
    // A call that needs no request has nothing to be silent about.
    await answer;
    return equal(`requests of ${name} that was answered at once`, backend.requests(), sent);
  }
  controller.abort();
  await rejects(name, soon(answer), "aborted");
}

/** The same promise; fails instead when it does not settle. */
async function soon<Value>(promise: Promise<Value>): Promise<Value> {
  return (await settlesSoon(promise)) ? promise : fail("an aborted call", "to end", "nothing, it goes on");
}
