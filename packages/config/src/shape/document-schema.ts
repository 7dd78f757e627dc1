import { z } from "zod";
import type {
  GcoreTargetEntry,
  GroupFields,
  IonosTargetEntry,
  LongRule,
  SecurityGroupDocument,
  ShortEgressRule,
  ShortIngressRule,
} from "../document.ts";

const textOrList = z.union([z.string(), z.array(z.string()).min(1)]);
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

const allow = textOrList.describe(
  "What is allowed: any, a protocol, protocol/port, protocol/from-to, icmp/type, icmp/type.code, a service's name, or a list of these. icmp is ICMPv4, ipv6-icmp is ICMPv6.",
);
const peer = "any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these.";
const ruleDescription = z
  .string()
  .optional()
  .describe("A label: the rule's name on IONOS Cloud, its description on Gcore.");

const shortIngress = z.strictObject({
  allow,
  from: textOrList.describe(`Where the traffic comes from: ${peer}`),
  description: ruleDescription,
});
const shortEgress = z.strictObject({
  allow,
  to: textOrList.describe(`Where the traffic goes to: ${peer}`),
  description: ruleDescription,
});

const ports = z.union([z.int(), z.string(), z.strictObject({ from: z.int(), to: z.int() })]);
const icmp = z.union([z.literal("all"), z.strictObject({ type: z.int(), code: z.int().optional() })]);

const longRule = z.strictObject({
  ipVersion: z.enum(["IPv4", "IPv6"]).optional().describe("Default: that of the addresses, else both."),
  protocol: z.union([z.string(), z.int()]).optional().describe("A protocol's keyword or number, or any. Default any."),
  ports: ports.optional().describe('A port, "from-to", {from, to}, or all. Default all.'),
  icmp: icmp.optional().describe("The ICMP type and code, or all. Default all."),
  remote: z.string().optional().describe("The other end: any, an address, a CIDR, or group:NAME. Default any."),
  local: z.string().optional().describe("The server's own address: any, an address or a CIDR. Default any."),
  sourceMac: z.string().optional().describe("The sender's MAC address, or any. Default any."),
  description: ruleDescription,
});

const groupFields = {
  on: textOrList.describe("The target that the group is on, or a list of targets."),
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
    .array(z.union([shortIngress, longRule]))
    .optional()
    .describe("Traffic that may reach the servers. Default none."),
  egress: z
    .array(z.union([shortEgress, longRule]))
    .optional()
    .describe("Traffic that may leave the servers. Default none."),
});

const sections = {
  targets: "The places that groups live in, by name.",
  addresses: "Named sets of addresses, CIDRs and other sets.",
  services: "Named sets of what a rule's `allow` may say.",
  groups: "The security groups, by key; the key is the group's name on the cloud unless `name` says otherwise.",
};

/** The whole document, for whoever wants to know its shape; reading goes piece by piece, through the schemas below. */
export const documentSchema: z.ZodType<SecurityGroupDocument> = z.strictObject({
  targets: z.record(z.string(), z.discriminatedUnion("cloud", [ionosTarget, gcoreTarget])).describe(sections.targets),
  addresses: z.record(z.string(), textList).optional().describe(sections.addresses),
  services: z.record(z.string(), textList).optional().describe(sections.services),
  groups: z.record(z.string(), group).optional().describe(sections.groups),
});

/** The document's sections with their entries unread. */
export interface DocumentOutline {
  readonly targets?: Readonly<Record<string, unknown>> | undefined;
  readonly addresses?: Readonly<Record<string, unknown>> | undefined;
  readonly services?: Readonly<Record<string, unknown>> | undefined;
  readonly groups?: Readonly<Record<string, unknown>> | undefined;
}

const section = z.record(z.string(), z.unknown()).optional();
export const outlineSchema: z.ZodType<DocumentOutline> = z.strictObject({
  targets: section,
  addresses: section,
  services: section,
  groups: section,
});

/** A group with its rules unread. */
export interface GroupOutline extends GroupFields {
  readonly ingress?: readonly unknown[] | undefined;
  readonly egress?: readonly unknown[] | undefined;
}

const unread = z.array(z.unknown()).optional();
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
export const shortIngressSchema: z.ZodType<ShortIngressRule> = shortIngress;
export const shortEgressSchema: z.ZodType<ShortEgressRule> = shortEgress;
export const longRuleSchema: z.ZodType<LongRule> = longRule;
