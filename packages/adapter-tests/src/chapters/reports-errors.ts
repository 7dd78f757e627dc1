import { SecurityGroupError, type ErrorCode } from "@secgroup/core";
import type { FaultKind } from "../backend.ts";
import { check, type Chapter, type Check, type Subject } from "../chapter.ts";
import { lostAnswers } from "../checks/lost-answers.ts";
import { equal, fail, rejects } from "../expect.ts";
import { expectEnforced, reach } from "../reach.ts";
import { tcp } from "../rules/rule-of.ts";
import { addingStep, applyPlan, planGroups, vanishedGroup, wanted, type World } from "../world.ts";

const words = "the cloud's own words";

interface Meaning {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  /** Whether the answer holds words of the cloud, which the error must keep. */
  readonly isWorded: boolean;
}

const meanings: Readonly<Record<Exclude<FaultKind, "silent" | "lost">, Meaning>> = {
  unauthorized: { code: "unauthorized", retryable: false, isWorded: true },
  forbidden: { code: "forbidden", retryable: false, isWorded: true },
  "rate-limited": { code: "rate-limited", retryable: true, retryAfterMs: 7_000, isWorded: true },
  unavailable: { code: "unavailable", retryable: true, isWorded: true },
  "not-json": { code: "unexpected-response", retryable: false, isWorded: false },
  unreachable: { code: "unreachable", retryable: true, isWorded: false },
};

const kinds = Object.keys(meanings) as (keyof typeof meanings)[];

/**
 * An error is an answer too: its code decides whether the core tries again, and its text is all that a person has to go by. So
 * nothing is swallowed, and nothing but a `SecurityGroupError` comes out. An adapter never repeats a call, least of all a write:
 * only the core knows when that is safe, and it needs to know how long the cloud asked to wait.
 */
export const reportsErrors: Chapter = {
  title: "reports errors",
  checks: (subject) => [
    ...kinds.flatMap((kind) => [
      ...callsOf(subject).map((name) =>
        check(subject, `${name} tells that the cloud is ${kind}`, (world) => tells(subject, world, name, kind)),
      ),
      check(subject, `readLimits tells that the cloud is ${kind}, or goes by the documented limits`, async (world) => {
        const { adapter, backend, signal } = world;
        backend.failRequest({ kind, message: words });
        try {
          equal("the limits", await adapter.readLimits(signal), adapter.capabilities.limits);
        } catch (error) {
          expectMeaning(error, kind);
        }
      }),
    ]),
    ...coreChecks(subject),
    ...lostAnswers(subject),
  ],
};

type Call = "listGroups" | "readGroup" | "readAttachments" | "submit" | "listOperations" | "readOperations";

/** The calls that ask the cloud. Of a synchronous one, operations are not asked for. */
function callsOf({ isSynchronous }: Subject): readonly Call[] {
  return [
    "listGroups",
    "readGroup",
    "readAttachments",
    "submit",
    ...(isSynchronous ? [] : (["listOperations", "readOperations"] as const)),
  ];
}

async function tells(subject: Subject, world: World, name: Call, kind: keyof typeof meanings): Promise<void> {
  const { adapter, backend, signal } = world;
  const group = { id: backend.seedGroup({ name: "group-1" }), name: "group-1" };
  const step = addingStep(subject.capabilities, group, tcp(22));
  const operation = name === "readOperations" ? await adapter.submit(step, signal) : undefined;
  const calls: Readonly<Record<Call, () => Promise<unknown>>> = {
    listGroups: () => adapter.listGroups(signal),
    readGroup: () => adapter.readGroup(group.id, signal),
    readAttachments: () => adapter.readAttachments(group.id, signal),
    submit: () => adapter.submit(step, signal),
    listOperations: () => adapter.listOperations(signal),
    readOperations: () => adapter.readOperations(operation ? [operation] : [], signal),
  };
  const before = backend.requests();
  backend.failRequest({ kind, message: words, of: name === "submit" ? "writes" : "reads" });
  // What is under way may be told by something else that can be read.
  const hasAnotherWay = name === "listOperations" && kind === "forbidden";
  const error = hasAnotherWay
    ? await calls[name]().catch((thrown: unknown) => thrown)
    : await rejects(name, calls[name](), meanings[kind].code);
  if (hasAnotherWay && Array.isArray(error)) equal("what is under way", error, []);
  else expectMeaning(error, kind);
  const sent = backend.requests().writes - before.writes;
  equal("writes sent", sent, name === "submit" ? 1 : 0);
}

function expectMeaning(error: unknown, kind: keyof typeof meanings): void {
  const { code, retryable, retryAfterMs, isWorded } = meanings[kind];
  if (!SecurityGroupError.is(error)) return fail("the error", "a SecurityGroupError", String(error));
  equal("code and retry", { code: error.code, retryable: error.retryable }, { code, retryable });
  if (retryAfterMs !== undefined) equal("retryAfterMs", error.retryAfterMs, retryAfterMs);
  const text = `${error.message} ${error.vendor?.message ?? ""}`;
  if (isWorded && !text.includes(words)) fail("the error's text", `to hold "${words}"`, text);
}

function coreChecks(subject: Subject): readonly Check[] {
  const desired = wanted("group-1", { rules: [tcp(22)] });
  return [
    check(subject, "a plan is made although one read failed for a passing reason", async (world) => {
      world.backend.failRequest({ kind: "unavailable" });
      await reach(subject, world, [desired]);
    }),
    check(subject, "a write that was refused for its rate is made again when the cloud asked for it", async (world) => {
      const { backend } = world;
      const plan = await planGroups(world, [desired]);
      const [{ writes }, start] = [backend.requests(), backend.clock.now()];
      backend.failRequest({ kind: "rate-limited", of: "writes" });
      equal("the error", (await applyPlan(world, plan)).error, undefined);
      equal("writes", backend.requests().writes - writes, 2);
      if (backend.clock.now() - start < 7_000)
        fail("the waiting", "7000 ms at least", `${backend.clock.now() - start} ms`);
      expectEnforced(world, desired);
    }),
    check(subject, "a write to a group that is gone is not found", async (world) => {
      const { adapter, signal } = world;
      const group = await vanishedGroup(world);
      await rejects("deleting it", adapter.submit({ kind: "delete-group", group }, signal), "not-found");
      await rejects(
        "changing it",
        adapter.submit(addingStep(subject.capabilities, group, tcp(22)), signal),
        "not-found",
      );
    }),
  ];
}
