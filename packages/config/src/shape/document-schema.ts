import { z } from "zod";
import type { GcoreTargetEntry, GroupFields, IonosTargetEntry, SecurityGroupDocument } from "../document.ts";
import { guardrailSchema } from "./guardrail-schema.ts";
import { longRuleSchema, shortEgressSchema, shortIngressSchema, textOrListSchema } from "./rule-schema.ts";

const textList = z.array(z.string()).min(1);
const cloudNumber = z.union([z.int().min(1), z.string().regex(/^0*[1-9]\d{0,14}$/, "is not a number such as 1234")]);

const ionosTarget = z.strictObject({
  cloud: z.literal("ionos").describe("IONOS Cloud."),
  datacenter: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "is not the id of a datacenter")
    .describe("The id of the virtual datacenter."),
});

const gcoreTarget = z.strictObject({
  cloud: z.literal("gcore").describe("Gcore."),
  project: cloudNumber
    .optional()
    .describe("The project's number. Default: the environment variable GCORE_CLOUD_PROJECT_ID."),
  region: cloudNumber
    .optional()
    .describe("The region's number. Default: the environment variable GCORE_CLOUD_REGION_ID."),
});

const groupFields = {
  on: textOrListSchema.describe("The target that the group is on, or a list of targets."),
  name: z.string().min(1).optional().describe("The group's exact name on the cloud. Default: its key."),
  id: z
    .string()
    .min(1)
    .optional()
    .describe(
      "The group's id on the cloud; finds it whatever its name is, and then gives it the name. Only with one target.",
    ),
  description: z.string().optional().describe("Default: left as it is."),
  tags: z.record(z.string(), z.string()).optional().describe("All tags of the group. Default: left as they are."),
  ensure: z.enum(["present", "absent"]).optional().describe("absent deletes the group. Default present."),
  unlistedRules: z
    .enum(["remove", "keep", "fail"])
    .optional()
    .describe("What is done with rules that stand only on the cloud. Default remove."),
};

const group = z.strictObject({
  ...groupFields,
  ingress: z
    .array(z.union([shortIngressSchema, longRuleSchema]))
    .optional()
    .describe("Traffic that may reach the servers. Default none."),
  egress: z
    .array(z.union([shortEgressSchema, longRuleSchema]))
    .optional()
    .describe("Traffic that may leave the servers. Default none."),
});

const sections = {
  targets: "The places that groups live in, by name.",
  addresses: "Named sets of addresses, CIDRs and other sets.",
  services: "Named sets of what a rule's `allow` may say.",
  groups: "The security groups, by key; the key is the group's name on the cloud unless `name` says otherwise.",
  guardrails: "What every plan must keep: traffic that is always allowed, and traffic that never is.",
};

/** The whole document, for whoever wants to know its shape; reading goes piece by piece, through the schemas below. */
export const documentSchema: z.ZodType<SecurityGroupDocument> = z.strictObject({
  targets: z.record(z.string(), z.discriminatedUnion("cloud", [ionosTarget, gcoreTarget])).describe(sections.targets),
  addresses: z.record(z.string(), textList).optional().describe(sections.addresses),
  services: z.record(z.string(), textList).optional().describe(sections.services),
  groups: z.record(z.string(), group).optional().describe(sections.groups),
  guardrails: z.array(guardrailSchema).optional().describe(sections.guardrails),
});

/** The document's sections with their entries unread. */
export interface DocumentOutline {
  readonly targets?: Readonly<Record<string, unknown>> | undefined;
  readonly addresses?: Readonly<Record<string, unknown>> | undefined;
  readonly services?: Readonly<Record<string, unknown>> | undefined;
  readonly groups?: Readonly<Record<string, unknown>> | undefined;
  readonly guardrails?: readonly unknown[] | undefined;
}

const unread = z.array(z.unknown()).optional();
const section = z.record(z.string(), z.unknown()).optional();
export const outlineSchema: z.ZodType<DocumentOutline> = z.strictObject({
  targets: section,
  addresses: section,
  services: section,
  groups: section,
  guardrails: unread,
});

/** A group with its rules unread. */
export interface GroupOutline extends GroupFields {
  readonly ingress?: readonly unknown[] | undefined;
  readonly egress?: readonly unknown[] | undefined;
}

export const groupOutlineSchema: z.ZodType<GroupOutline> = z.strictObject({
  ...groupFields,
  ingress: unread,
  egress: unread,
});

export const ionosTargetSchema: z.ZodType<IonosTargetEntry> = ionosTarget;
export const gcoreTargetSchema: z.ZodType<GcoreTargetEntry> = gcoreTarget;
export const cloudSchema: z.ZodType<{ readonly cloud: "ionos" | "gcore" }> = z.object({
  cloud: z.enum(["ionos", "gcore"]),
});
export const itemsSchema: z.ZodType<readonly unknown[]> = z.array(z.unknown()).min(1);
export const textSchema: z.ZodType<string> = z.string();
