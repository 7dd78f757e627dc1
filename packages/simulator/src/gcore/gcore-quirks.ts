import { quirkDefaults, type QuirkValues } from "../quirk.ts";
import { answerQuirks } from "./quirk/answer-quirks.ts";
import { groupQuirks } from "./quirk/group-quirks.ts";
import { ruleQuirks } from "./quirk/rule-quirks.ts";
import { taskQuirks } from "./quirk/task-quirks.ts";
import { updateQuirks } from "./quirk/update-quirks.ts";

type GcoreQuirkTable = typeof updateQuirks &
  typeof ruleQuirks &
  typeof groupQuirks &
  typeof answerQuirks &
  typeof taskQuirks;

/** What Gcore's documents leave open, with every answer that is plausible; a client has to be right under all of them. */
export const gcoreQuirks: GcoreQuirkTable = {
  ...updateQuirks,
  ...ruleQuirks,
  ...groupQuirks,
  ...answerQuirks,
  ...taskQuirks,
};

/** One value for each quirk; what each means is in the table `gcoreQuirks`. */
export type GcoreQuirks = QuirkValues<GcoreQuirkTable>;

/** What the simulated cloud does unless it is told otherwise. */
export const defaultQuirks: GcoreQuirks = quirkDefaults(gcoreQuirks);
