import type { ConsoleEvent, ConsoleState } from "@secgroup/console";
import { applyPlan, isEmptyPlan, SecurityGroupError, toSecurityGroupError } from "@secgroup/core";
import { awaitLastApply } from "../applying/await-last-apply.ts";
import { carryOut } from "../applying/carry-out.ts";
import type { Context } from "../context.ts";
import { findDocument } from "../document/find-document.ts";
import { openDocument } from "../document/open-document.ts";
import { findJournal, type JournalPlace } from "../journal/find-journal.ts";
import { openJournal } from "../journal/open-journal.ts";
import { planDocument, type DocumentPlan } from "../planning/plan-document.ts";
import { describeProblems } from "../render/describe-problems.ts";
import { renderError } from "../render/render-error.ts";
import { countSteps, errorsOf } from "../render/render-report.ts";
import { stylesFor } from "../render/styles.ts";
import { writeLines } from "../render/write.ts";
import { createReport } from "../report/create-report.ts";
import { readUndeclared } from "../report/read-undeclared.ts";

/** What the page asks for. One document, one plan at a time, one apply at a time. */
export interface ConsoleSession {
  /** Reads the document and the clouds anew. While an apply runs, and where planning fails, it says that. */
  readonly plan: () => Promise<ConsoleState>;
  /** Begins to carry out the plan with this number. Throws `stale-plan` for any but the last that was made, and `usage` while another one runs. */
  readonly apply: (number: number) => void;
  /** Calls back with all that happened in the last apply, from its beginning, and with what happens; until the function that it returns is called. */
  readonly follow: (listener: (event: ConsoleEvent) => void) => () => void;
  /** Resolves when no apply runs. */
  readonly ended: () => Promise<void>;
}

export function createConsoleSession(named: string | undefined, context: Context): ConsoleSession {
  const listeners = new Set<(event: ConsoleEvent) => void>();
  let events: ConsoleEvent[] = [];
  let number = 0;
  let planned: { readonly number: number; readonly place: JournalPlace; readonly made: DocumentPlan } | undefined;
  let running: Promise<void> | undefined;
  const tell = (event: ConsoleEvent): void => {
    events.push(event);
    for (const listener of listeners) listener(event);
  };

  async function carryOutPlan({ path, name }: JournalPlace, made: DocumentPlan): Promise<void> {
    try {
      const journal = await openJournal(path, name, "new");
      // What was read is minutes old when somebody has looked at it.
      await carryOut({ ...made, observed: undefined }, {}, context, journal, async (options) => {
        const report = await applyPlan(made.plan, {
          ...options,
          onEvent: (event) => {
            options.onEvent?.(event);
            const { kind, target } = event;
            tell({ kind, target, steps: "steps" in event ? event.steps : undefined });
          },
        });
        for (const one of report.targets) {
          const { target, steps, error } = one;
          const problems = describeProblems(...errorsOf({ targets: [one] }));
          tell({ kind: "result", target, ...(error && { broken: { steps: countSteps(steps), problems } }) });
        }
        return report;
      });
    } catch (thrown) {
      const error = toSecurityGroupError(thrown);
      writeLines(context.stderr, renderError(error, stylesFor(context.stderr)));
      tell({ kind: "refused", problems: describeProblems(error) });
    }
    tell({ kind: "ended", at: context.clock.now() });
  }

  return {
    async plan() {
      if (running !== undefined) return { kind: "applying" };
      try {
        const file = await findDocument(named, context.folder);
        const { configuration } = await openDocument(file, context);
        const place = await findJournal(file, context.folder);
        await awaitLastApply(place, context);
        const made = await planDocument(configuration, context);
        const undeclared = await readUndeclared(configuration, made, context);
        planned = { number: ++number, place, made };
        const report = createReport(made, file, context.clock.now(), undeclared);
        return { kind: "planned", number, isEmpty: isEmptyPlan(made.plan), report };
      } catch (thrown) {
        return { kind: "failed", problems: describeProblems(toSecurityGroupError(thrown)) };
      }
    },
    apply(wanted) {
      if (running !== undefined) throw new SecurityGroupError("usage", "an apply is running already");
      if (planned?.number !== wanted)
        throw new SecurityGroupError("stale-plan", "another plan has been made since", { hint: "Look at it first." });
      const { place, made } = planned;
      planned = undefined;
      events = [];
      running = carryOutPlan(place, made).finally(() => {
        running = undefined;
      });
    },
    follow(listener) {
      for (const event of events) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended: async () => running,
  };
}
