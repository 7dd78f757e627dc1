import { z } from "zod";
import type { GuardrailEntry, TextOrList } from "../document.ts";
import { allowSchema, fromSchema, textOrListSchema, toSchema } from "./rule-schema.ts";

const keys = textOrListSchema.meta({
  description: "The key of a group, or a list of keys.",
  examples: ["web", ["web", "database"]],
});
const never = {
  except: textOrListSchema.optional().meta({
    description: "Other ends that are no concern of the guardrail, as `from` names them. Default none.",
    examples: ["office", "203.0.113.0/24"],
  }),
  in: textOrListSchema.optional().meta({
    description: "The key of a group, or a list of keys. Default all groups.",
    examples: ["web", ["web", "database"]],
  }),
};

export const guardrailSchema: z.ZodType<GuardrailEntry> = z.union([
  z
    .strictObject({
      always: z
        .union([
          z.strictObject({ allow: allowSchema, from: fromSchema, in: keys }),
          z.strictObject({ allow: allowSchema, to: toSchema, in: keys }),
        ])
        .meta({
          description: "Traffic that the groups `in` must allow in every state that a plan leads through.",
          examples: [{ allow: "ssh", from: "203.0.113.7", in: "web" }],
        }),
    })
    .meta({ title: "always", description: "A guardrail: traffic that is always allowed." }),
  z
    .strictObject({
      never: z
        .union([
          z.strictObject({ allow: allowSchema, from: fromSchema, ...never }),
          z.strictObject({ allow: allowSchema, to: toSchema, ...never }),
        ])
        .meta({
          description: "Traffic that the groups `in` must not allow in any state that a plan leads through.",
          examples: [{ allow: "ssh", from: "any", except: "office" }],
        }),
    })
    .meta({ title: "never", description: "A guardrail: traffic that never is." }),
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
