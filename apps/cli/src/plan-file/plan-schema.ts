import type {
  GroupFieldsChange,
  GroupId,
  GroupPlan,
  GroupReference,
  Plan,
  PlannedRelabel,
  PlannedRule,
  RuleDraft,
  RuleId,
  RuleSet,
  Step,
  TargetPlan,
} from "@secgroup/core";
import { z } from "zod";
import { guardrailSchema } from "./guardrail-schema.ts";
import { ruleSchema } from "./rule-schema.ts";
import { trafficSchema, unprovedSchema } from "./traffic-schema.ts";

const text = z.string();
const filled = z.string().min(1);
export const groupIdSchema: z.ZodType<GroupId> = z.custom<GroupId>(
  (value) => filled.safeParse(value).success,
  "is not the id of a group",
);
export const ruleIdSchema: z.ZodType<RuleId> = z.custom<RuleId>(
  (value) => filled.safeParse(value).success,
  "is not the id of a rule",
);
const tags = z.record(text, text);
const tagsPatch = z.union([z.null(), z.record(text, z.union([text, z.null()]))]);
const rules = z.array(ruleSchema);

export const draftSchema: z.ZodType<RuleDraft> = z.strictObject({
  direction: text,
  ipVersion: text.nullish(),
  protocol: z.union([text, z.number()]).nullish(),
  ports: z.strictObject({ from: z.number().nullish(), to: z.number().nullish() }).nullish(),
  icmp: z.strictObject({ type: z.number().nullish(), code: z.number().nullish() }).nullish(),
  remote: text.nullish(),
  remoteGroup: text.nullish(),
  remoteGroupName: text.nullish(),
  local: text.nullish(),
  sourceMac: text.nullish(),
  description: text.nullish(),
});

const ruleSet: z.ZodType<RuleSet> = z.strictObject({ keep: z.array(draftSchema), add: rules });
const fields: z.ZodType<GroupFieldsChange> = z.strictObject({
  name: filled.optional(),
  description: text.optional(),
  tags: tagsPatch.optional(),
});
const group: z.ZodType<GroupReference> = z.strictObject({ id: groupIdSchema.optional(), name: filled });

export const stepSchema: z.ZodType<Step> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("create-group"),
    name: filled,
    description: text.optional(),
    tags: tags.optional(),
    rules,
  }),
  z.strictObject({ kind: z.literal("update-group"), group, fields: fields.optional(), rules: ruleSet.optional() }),
  z.strictObject({ kind: z.literal("delete-group"), group }),
  z.strictObject({ kind: z.literal("create-rule"), group, rule: ruleSchema }),
  z.strictObject({ kind: z.literal("update-rule"), group, ruleId: ruleIdSchema, from: ruleSchema, to: ruleSchema }),
  z.strictObject({ kind: z.literal("delete-rule"), group, ruleId: ruleIdSchema }),
]);

const plannedRule: z.ZodType<PlannedRule> = z.strictObject({ id: ruleIdSchema, rule: ruleSchema });
const plannedRelabel: z.ZodType<PlannedRelabel> = z.strictObject({
  id: ruleIdSchema,
  rule: ruleSchema,
  description: text,
});
const base = {
  key: filled,
  name: filled,
  base: z.string().regex(/^[0-9a-f]{64}$/, "is not a fingerprint"),
  traffic: trafficSchema.optional(),
};

const groupPlan: z.ZodType<GroupPlan> = z.discriminatedUnion("action", [
  z.strictObject({
    ...base,
    action: z.literal("create"),
    description: text.optional(),
    tags: tags.optional(),
    added: rules,
  }),
  z.strictObject({
    ...base,
    action: z.enum(["update", "keep"]),
    id: groupIdSchema,
    previousName: text,
    fields: fields.optional(),
    added: rules,
    removed: z.array(plannedRule),
    relabelled: z.array(plannedRelabel),
    relabelsLeft: z.array(plannedRelabel),
    kept: z.array(plannedRule),
    unlistedKept: z.array(plannedRule),
    unlistedRules: z.enum(["remove", "keep", "fail"]),
    brake: z.strictObject({ removed: z.int(), of: z.int() }).optional(),
  }),
  z.strictObject({ ...base, action: z.literal("delete"), id: groupIdSchema, removed: z.array(plannedRule) }),
  z.strictObject({ ...base, action: z.literal("stay-absent") }),
]);

const targetPlan: z.ZodType<TargetPlan> = z.strictObject({
  target: filled,
  cloud: z.enum(["ionos", "gcore"]),
  location: z.record(text, z.union([text, z.number()])),
  groups: z.array(groupPlan),
  waves: z.array(z.array(stepSchema).min(1)),
  unproved: z.array(unprovedSchema),
  guardrails: z.array(guardrailSchema).optional(),
});

const planFields = { format: z.literal("secgroup-plan/1"), targets: z.array(targetPlan) };

/** A plan to the last field, as the core defines it; what it does not know it refuses. */
export const planSchema: z.ZodType<Plan> = z.strictObject(planFields);

/** A plan as a file has it, with the document that it was made of, as seen from the file. */
export const savedPlanSchema: z.ZodType<Plan & { readonly document?: string | undefined }> = z.strictObject({
  ...planFields,
  document: z.string().min(1).optional(),
});
