import type { JournalEntry, ObservedGroup, ObservedRule, Operation, UnreadableRule } from "@secgroup/core";
import { z } from "zod";
import { draftSchema, groupIdSchema, planSchema, ruleIdSchema, stepSchema } from "../plan-file/plan-schema.ts";
import { ruleSchema } from "../plan-file/rule-schema.ts";

const text = z.string();
const filled = text.min(1);
const at = z.number();
const number = z.int().min(0);
const tags = z.record(text, text);

const observedRule: z.ZodType<ObservedRule> = z.strictObject({
  id: ruleIdSchema,
  rule: ruleSchema,
  draft: draftSchema,
  providerOwned: z.boolean(),
});
const unreadable: z.ZodType<UnreadableRule> = z.strictObject({ id: ruleIdSchema, reason: text });
const observedGroup: z.ZodType<ObservedGroup> = z.strictObject({
  id: groupIdSchema,
  name: text,
  description: text,
  tags,
  readOnlyTags: tags,
  rules: z.array(observedRule),
  unreadable: z.array(unreadable),
});

const operation: z.ZodType<Operation> = z.strictObject({
  cloud: filled,
  handles: z.array(filled),
  groupId: groupIdSchema.optional(),
  ruleId: ruleIdSchema.optional(),
  startedAt: z.number().optional(),
});

const place = { at, target: filled };
const before = z.array(
  z.strictObject({
    target: filled,
    groups: z.array(z.strictObject({ key: filled, group: observedGroup.nullable() })),
  }),
);

/** One line of a journal, as the core defines it; what it does not know it refuses. */
export const journalEntrySchema: z.ZodType<JournalEntry> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("begun"), format: z.literal("secgroup-journal/1"), at, plan: planSchema, before }),
  z.strictObject({ kind: z.literal("sending"), ...place, step: number, write: stepSchema }),
  z.strictObject({ kind: z.literal("accepted"), ...place, step: number, operation }),
  z.strictObject({
    kind: z.literal("ended"),
    ...place,
    step: number,
    status: z.enum(["done", "failed", "unknown", "not-done"]),
    error: text.optional(),
  }),
  z.strictObject({ kind: z.literal("planned-again"), ...place, waves: z.array(z.array(stepSchema)) }),
  z.strictObject({ kind: z.literal("target-ended"), ...place, converged: z.boolean() }),
  z.strictObject({ kind: z.literal("ended-all"), at }),
]);
