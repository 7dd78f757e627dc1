import type { QuirkValues } from "../quirk.ts";
import { groupQuirks } from "./quirk/group-quirks.ts";
import { readQuirks } from "./quirk/read-quirks.ts";
import { requestQuirks } from "./quirk/request-quirks.ts";
import { ruleQuirks } from "./quirk/rule-quirks.ts";

/** What IONOS' documents leave open, each with every answer that is plausible. */
export const ionosQuirks: typeof ruleQuirks & typeof groupQuirks & typeof requestQuirks & typeof readQuirks = {
  ...ruleQuirks,
  ...groupQuirks,
  ...requestQuirks,
  ...readQuirks,
};

/** One value for each quirk of the table. */
export type IonosQuirks = QuirkValues<typeof ionosQuirks>;
