import { z } from "zod";
import type { LongRule, ShortEgressRule, ShortIngressRule, TextOrList } from "../document.ts";

export const textOrListSchema: z.ZodType<TextOrList> = z.union([z.string(), z.array(z.string()).min(1)]);

const peerExamples: TextOrList[] = ["any", "203.0.113.7", ["203.0.113.0/24", "2001:db8:a::/48"], "office", "group:web"];

export const allowSchema: z.ZodType<TextOrList> = textOrListSchema.meta({
  description:
    "What is allowed: any, a protocol, protocol/port, protocol/from-to, icmp/type, icmp/type.code, a service's name, or a list of these. icmp is ICMPv4, ipv6-icmp is ICMPv6.",
  examples: ["https", "ssh", "tcp/8080", "udp/6000-6010", "icmp/8", ["http", "https"], "any"],
});
export const fromSchema: z.ZodType<TextOrList> = textOrListSchema.meta({
  description:
    "Where the traffic comes from: any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these.",
  examples: peerExamples,
});
export const toSchema: z.ZodType<TextOrList> = textOrListSchema.meta({
  description:
    "Where the traffic goes to: any (IPv4 and IPv6), an address, a CIDR, the name of an address set, group:NAME, or a list of these.",
  examples: peerExamples,
});
const ruleDescription = z
  .string()
  .optional()
  .meta({
    description: "A label: the rule's name on IONOS Cloud, its description on Gcore. Default none.",
    examples: ["public site"],
  });

export const shortIngressSchema: z.ZodType<ShortIngressRule> = z
  .strictObject({ allow: allowSchema, from: fromSchema, description: ruleDescription })
  .meta({
    title: "rule in short form",
    description: "A rule of `ingress` in short form.",
    examples: [{ allow: "https", from: "any", description: "public site" }],
  });
export const shortEgressSchema: z.ZodType<ShortEgressRule> = z
  .strictObject({ allow: allowSchema, to: toSchema, description: ruleDescription })
  .meta({
    title: "rule in short form",
    description: "A rule of `egress` in short form.",
    examples: [{ allow: "any", to: "any" }],
  });

const ports = z.union([z.int(), z.string(), z.strictObject({ from: z.int(), to: z.int() })]);
const icmp = z.union([z.literal("all"), z.strictObject({ type: z.int(), code: z.int().optional() })]);

export const longRuleSchema: z.ZodType<LongRule> = z
  .strictObject({
    ipVersion: z
      .enum(["IPv4", "IPv6"])
      .optional()
      .meta({ description: "The IP version. Default: that of the addresses, else both.", examples: ["IPv4"] }),
    protocol: z
      .union([z.string(), z.int()])
      .optional()
      .meta({
        description: "A protocol's keyword or number, or any. Default any.",
        examples: ["tcp", "udp", "icmp", "ipv6-icmp", 50],
      }),
    ports: ports.optional().meta({
      description: 'A port, "from-to", both ends as the fields from and to, or all. Default all.',
      examples: [443, "8000-8100", { from: 8000, to: 8100 }, "all"],
    }),
    icmp: icmp.optional().meta({
      description: "The ICMP type and code, or all. Default all.",
      examples: [{ type: 8 }, { type: 3, code: 4 }, "all"],
    }),
    remote: z
      .string()
      .optional()
      .meta({
        description: "The other end: any, an address, a CIDR, or group:NAME. Default any.",
        examples: ["any", "203.0.113.0/24", "group:web"],
      }),
    local: z
      .string()
      .optional()
      .meta({
        description: "The server's own address: any, an address or a CIDR. Default any.",
        examples: ["any", "10.0.0.4"],
      }),
    sourceMac: z
      .string()
      .optional()
      .meta({
        description: "The sender's MAC address, or any. Default any.",
        examples: ["02:01:0a:0b:0c:0d", "any"],
      }),
    description: ruleDescription,
  })
  .meta({
    title: "rule in long form",
    description: "A rule in long form, with the fields of the canonical rule; what is left out is any.",
    examples: [{ protocol: "tcp", ports: 443, remote: "203.0.113.0/24" }],
  });
