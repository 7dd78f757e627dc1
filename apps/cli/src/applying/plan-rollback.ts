import {
  mapConcurrently,
  readTarget,
  rollbackRequests,
  SecurityGroupError,
  waitUntilQuiet,
  type PlanTarget,
} from "@secgroup/core";
import type { ApplyFlags } from "../commands/apply.ts";
import type { Context } from "../context.ts";
import type { JournalPlace } from "../journal/find-journal.ts";
import { readJournalFile } from "../journal/read-journal-file.ts";
import { countPlan } from "../planning/plan-counts.ts";
import { makePlan, sumCalls } from "../planning/plan-document.ts";
import type { CountedWork } from "../run/run-apply.ts";
import { whileReading } from "../progress/while-reading.ts";
import { targetAt } from "../targets/locate-target.ts";
import { throwTogether } from "../targets/collect-errors.ts";
import { openTargets } from "../targets/open-target.ts";

/** Targets that are read at the same time. */
const concurrentTargets = 4;

/** The way back to what a journal recorded before its last apply, planned like any other. */
export async function planRollback(
  { path, name: journal }: JournalPlace,
  { relabel }: ApplyFlags,
  context: Context,
): Promise<CountedWork> {
  const record = await readJournalFile(path, journal);
  const open = openTargets(
    record.targets.map(({ plan }) => targetAt(plan)),
    context,
  );
  const unread: SecurityGroupError[] = [];
  const names = record.targets.map(({ plan }) => plan.target);
  const targets = await whileReading(
    names,
    context,
    () =>
      mapConcurrently(concurrentTargets, record.targets, async (target): Promise<PlanTarget[]> => {
        const adapter = open.find((one) => one.target.name === target.plan.target)?.adapter;
        if (adapter === undefined) return [];
        const name = target.plan.target;
        try {
          // What is still under way decides what there is to go back from.
          await waitUntilQuiet(adapter, context);
          const observed = await readTarget(adapter, () => false, context);
          const { location, guardrails } = target.plan;
          return [{ name, location, adapter, groups: rollbackRequests(target, observed), guardrails }];
        } catch (error) {
          if (!SecurityGroupError.is(error) || error.code === "aborted") throw error;
          unread.push(error.at({ target: name }));
          return [];
        }
      }),
    () => sumCalls(open),
  );
  if (unread.length > 0 && unread.length === record.targets.length) throwTogether(unread);
  const made = await makePlan(targets.flat(), { relabel, awaitQuiet: true }, context, open).catch(refuseWayBack);
  const reads = new Map(open.map(({ target, calls }) => [target.name, calls()]));
  return {
    ...made,
    failed: [...unread, ...made.failed],
    adapters: new Map(open.map(({ target, adapter }) => [target.name, adapter])),
    counts: countPlan(made.plan, (target) => reads.get(target) ?? 0),
  };
}

/** A guardrail that came with the last apply may forbid what stood before it; and rules of the provider are nobody else's to bring back. */
function refuseWayBack(error: unknown): never {
  if (!SecurityGroupError.is(error)) throw error;
  const hint = "There is no way back for this group: write the rules that you want into the document, and apply that.";
  const told = (one: SecurityGroupError): SecurityGroupError =>
    one.code === "guardrail-broken" || one.code === "provider-owned" ? one.with({ hint }) : one;
  throw told(error).with({ related: error.related.map(told) });
}
