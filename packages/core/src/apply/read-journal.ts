import { SecurityGroupError } from "../error/security-group-error.ts";
import type { ObservedGroup } from "../model/group.ts";
import type { Operation } from "../operation/operation.ts";
import type { TargetPlan } from "../plan/plan.ts";
import type { JournalEntry } from "./journal.ts";

/** What a journal tells of one target. */
export interface TargetRecord {
  readonly plan: TargetPlan;
  /** What its groups were before the first write, by key; `undefined` for those that did not exist. */
  readonly before: ReadonlyMap<string, ObservedGroup | undefined>;
  /** The number of writes that were about to be sent. */
  readonly sent: number;
  /** Operations that had begun and were not seen to end. */
  readonly open: readonly Operation[];
  /** Whether there is a write of which it is not known how it ended, so that reads may not show it yet. */
  readonly isUnsettled: boolean;
  /** How it ended; absent when it did not. */
  readonly converged?: boolean | undefined;
}

/** What a journal tells of one apply. */
export interface ApplyRecord {
  /** Whether every target was seen to its end. Only then is there nothing to go on with. */
  readonly isEnded: boolean;
  /** When the last entry was written, in milliseconds since the epoch. */
  readonly lastAt: number;
  /** Targets that could be read when the apply began; the others were left alone. */
  readonly targets: readonly TargetRecord[];
}

/**
 * Reads the entries of a journal, in their order. Throws `journal-unusable` when they do not begin as a journal does. An apply that was resumed has
 * further entries after its first end.
 */
export function readJournal(entries: readonly JournalEntry[]): ApplyRecord {
  const [first, ...rest] = entries;
  if (first?.kind !== "begun") {
    throw new SecurityGroupError("journal-unusable", "the journal does not begin with what was to be done", {
      hint: "Make a new plan: it starts from what the clouds hold now.",
    });
  }
  const before = new Map(first.before.map(({ target, groups }) => [target, groups]));
  const targets = first.plan.targets.flatMap((plan): TargetRecord[] => {
    const groups = before.get(plan.target);
    if (groups === undefined || groups.length < plan.groups.length) return [];
    return [
      {
        plan,
        before: new Map(groups.map(({ key, group }) => [key, group ?? undefined])),
        ...followEntries(plan.target, rest),
      },
    ];
  });
  return { isEnded: rest.at(-1)?.kind === "ended-all", lastAt: entries.at(-1)?.at ?? first.at, targets };
}

function followEntries(target: string, entries: readonly JournalEntry[]): Omit<TargetRecord, "plan" | "before"> {
  const open = new Map<number, Operation>();
  const unsettled = new Set<number>();
  let sent = 0;
  let converged: boolean | undefined;
  for (const entry of entries) {
    if (!("target" in entry) || entry.target !== target) continue;
    switch (entry.kind) {
      case "sending":
        sent = Math.max(sent, entry.step + 1);
        unsettled.add(entry.step);
        converged = undefined;
        break;
      case "accepted":
        open.set(entry.step, entry.operation);
        break;
      case "ended":
        if (entry.status === "unknown") break;
        open.delete(entry.step);
        unsettled.delete(entry.step);
        break;
      case "target-ended":
        converged = entry.converged;
        break;
      case "planned-again":
        converged = undefined;
        break;
    }
  }
  return { sent, open: [...open.values()], isUnsettled: unsettled.size > 0, converged };
}
