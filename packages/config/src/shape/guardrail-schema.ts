import { z } from "zod";
import type { GuardrailEntry, TextOrList } from "../document.ts";
import { allowSchema, peerWords, textOrListSchema } from "./rule-schema.ts";

const from = textOrListSchema.describe(`Where traffic that reaches the groups comes from: ${peerWords}`);
const to = textOrListSchema.describe(`Where traffic that leaves the groups goes to: ${peerWords}`);
const keys = textOrListSchema.describe("The key of a group, or a list of keys.");
const never = {
  except: textOrListSchema
    .optional()
    .describe(`Other ends that are no concern of the guardrail: ${peerWords} Default none.`),
  in: textOrListSchema.optional().describe("The key of a group, or a list of keys. Default all groups."),
};

export const guardrailSchema: z.ZodType<GuardrailEntry> = z.union([
  z.strictObject({
    always: z
      .union([
        z.strictObject({ allow: allowSchema, from, in: keys }),
        z.strictObject({ allow: allowSchema, to, in: keys }),
      ])
      .describe("Traffic that must be allowed in every state that a plan leads through."),
  }),
  z.strictObject({
    never: z
      .union([
        z.strictObject({ allow: allowSchema, from, ...never }),
        z.strictObject({ allow: allowSchema, to, ...never }),
      ])
      .describe("Traffic that must not be allowed in any state that a plan leads through."),
  }),
]);

/** A guardrail with its traffic unread. */
export interface GuardrailOutline {
  readonly always?: unknown;
  readonly never?: unknown;
}

export const guardrailOutlineSchema: z.ZodType<GuardrailOutline> = z.strictObject({
  always: z.unknown().optional(),
  never: z.unknown().optional(),
});

/** Everything that a guardrail of either kind may say; what it must say is told by the reader. */
export interface GuardrailFields {
  readonly allow?: TextOrList | undefined;
  readonly from?: TextOrList | undefined;
  readonly to?: TextOrList | undefined;
  readonly except?: TextOrList | undefined;
  readonly in?: TextOrList | undefined;
}

const text = textOrListSchema.optional();
export const guardrailFieldsSchema: z.ZodType<GuardrailFields> = z.strictObject({
  allow: text,
  from: text,
  to: text,
  except: text,
  in: text,
});
