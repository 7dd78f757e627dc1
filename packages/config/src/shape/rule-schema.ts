import { z } from "zod";
import type { LongRule, ShortEgressRule, ShortIngressRule, TextOrList } from "../document.ts";

export const textOrListSchema: z.ZodType<TextOrList> = z.union([z.string(), z.array(z.string()).min(1)]);

export const allowSchema: z.ZodType<TextOrList> = textOrListSchema.describe(
  "What is allowed: any, a protocol, protocol/port, protocol/from-to, icmp/type, icmp/type.code, a service's name, or a list of these. icmp is ICMPv4, ipv6-icmp is ICMPv6.",
);
/** What one end of the traffic may be, in words. */
export const peerWords: string =
  "any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these.";
const ruleDescription = z
  .string()
  .optional()
  .describe("A label: the rule's name on IONOS Cloud, its description on Gcore.");

export const shortIngressSchema: z.ZodType<ShortIngressRule> = z.strictObject({
  allow: allowSchema,
  from: textOrListSchema.describe(`Where the traffic comes from: ${peerWords}`),
  description: ruleDescription,
});
export const shortEgressSchema: z.ZodType<ShortEgressRule> = z.strictObject({
  allow: allowSchema,
  to: textOrListSchema.describe(`Where the traffic goes to: ${peerWords}`),
  description: ruleDescription,
});

const ports = z.union([z.int(), z.string(), z.strictObject({ from: z.int(), to: z.int() })]);
const icmp = z.union([z.literal("all"), z.strictObject({ type: z.int(), code: z.int().optional() })]);

export const longRuleSchema: z.ZodType<LongRule> = z.strictObject({
  ipVersion: z.enum(["IPv4", "IPv6"]).optional().describe("Default: that of the addresses, else both."),
  protocol: z.union([z.string(), z.int()]).optional().describe("A protocol's keyword or number, or any. Default any."),
  ports: ports.optional().describe('A port, "from-to", {from, to}, or all. Default all.'),
  icmp: icmp.optional().describe("The ICMP type and code, or all. Default all."),
  remote: z.string().optional().describe("The other end: any, an address, a CIDR, or group:NAME. Default any."),
  local: z.string().optional().describe("The server's own address: any, an address or a CIDR. Default any."),
  sourceMac: z.string().optional().describe("The sender's MAC address, or any. Default any."),
  description: ruleDescription,
});
