import type { Outcome } from "../run/outcome.ts";
import type { RunRecord } from "../run/run-record.ts";
import type { Law } from "./law.ts";
import { findBreaches, passagesOf, type GroupState, type Passage } from "./group-states.ts";

/**
 * Every state in force allows what old and new rules both allow, and at most what either does. After somebody else's deed a group is
 * judged again from the start of the next process that begins when everything is quiet; what a plan announced and somebody accepted may
 * interrupt, but not open.
 */
export const withinBounds: Law = {
  name: "every state is within the bounds",
  judge: (outcome) => passagesOf(outcome).flatMap((passage) => judge(passage, outcome)),
};

function judge(passage: Passage, outcome: Outcome): readonly string[] {
  const { target, group, id, after, states } = passage;
  const { groups, meddlings: all } = outcome.world;
  const peers = peersOf(passage);
  // Rules may go with a group that they refer to.
  const meddlings = all.filter(
    ({ groupId, isRemoval }) => groupId === id || (isRemoval && peers.has(groups.get(groupId)?.name ?? "")),
  );
  const standing = states.filter(({ exists }) => exists);
  const [first] = meddlings;
  const untouched = standing.filter(({ at }) => first === undefined || at < first.at);
  const breaches = findBreaches(
    passage.before,
    after,
    untouched.map(({ rules }) => rules),
  ).map((breach) => ({
    ...breach,
    at: untouched[breach.state]?.at ?? 0,
  }));
  return [...breaches, ...judgeAgain(passage, standing, outcome, meddlings.at(-1)?.at)].flatMap(
    ({ at, kind, packet }) => {
      if (kind === "opened" && isWidened(passage, outcome)) return [];
      if (kind === "interrupted" && isAnnounced(passage, at, outcome)) return [];
      const when = ((at - (outcome.runs[0]?.startedAt ?? at)) / 1000).toFixed(3);
      return [`${target.name} ${group.name} (${id}) at ${when} s: ${kind} ${JSON.stringify(packet)}`];
    },
  );
}

/** The names of groups that rules refer to. */
function peersOf({ before, after }: Passage): ReadonlySet<string> {
  return new Set([...before, ...after].flatMap(({ remote }) => (remote.kind === "named-group" ? [remote.name] : [])));
}

/** From the first process without faults that begins after the last deed, and after everything had time to end. */
function judgeAgain(
  { after }: Passage,
  states: readonly GroupState[],
  { runs, world }: Outcome,
  meddledAt: number | undefined,
): readonly { readonly at: number; readonly kind: "interrupted" | "opened"; readonly packet: unknown }[] {
  if (meddledAt === undefined || world.scenario.pauseMs < 600_000) return [];
  const run = runs.find(({ kind, startedAt }) => kind === "again" && startedAt > meddledAt);
  if (run === undefined) return [];
  const before = states.findLast(({ at }) => at <= run.startedAt)?.rules ?? [];
  const later = states.filter(({ at }) => at > run.startedAt);
  return findBreaches(
    before,
    after,
    later.map(({ rules }) => rules),
  ).map((breach) => ({
    ...breach,
    at: later[breach.state]?.at ?? 0,
  }));
}

/** Gcore gives a new group without rules for egress some of its own, under one quirk, whatever it was asked for. */
function isWidened({ known, target }: Passage, { world }: Outcome): boolean {
  const isOwn = target.place.cloud === "gcore" && !known.isSeeded;
  return isOwn && world.scenario.gcore.quirks?.ingressOnlyCreate === "egress-added";
}

function isAnnounced({ target, group }: Passage, at: number, { runs }: Outcome): boolean {
  return runs.some((run) => run.allowInterruption && run.startedAt <= at && announces(run, target.name, group.name));
}

/** Plans that are made on the way, of what is left, announce nothing to anybody: what they may interrupt was accepted beforehand. */
function announces({ plan, journal, how }: RunRecord, target: string, group: string): boolean {
  if (how === "resume" || journal.some((entry) => entry.kind === "planned-again" && entry.target === target))
    return true;
  const targetPlan = plan?.targets.find((one) => one.target === target);
  return targetPlan?.unproved.some((step) => step.group === group) ?? false;
}
