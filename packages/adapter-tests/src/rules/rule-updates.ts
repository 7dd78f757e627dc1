import {
  canUpdateInPlace,
  describeRule,
  type Capabilities,
  type Rule,
  type RuleDraft,
  type RuleField,
} from "@secgroup/core";
import type { Feature } from "../tally.ts";
import { fitting } from "./fitting.ts";
import { versionsOf } from "./protocol-rules.ts";
import { ruleOf } from "./rule-of.ts";

/** A rule that stands, and what it is to become. */
export interface RuleUpdate {
  readonly name: string;
  readonly feature: Feature;
  readonly from: Rule;
  readonly to: Rule;
  /** Whether the capabilities say that the cloud can do it. */
  readonly isPossible: boolean;
}

/** What a field can say, as drafts that differ in it alone. */
interface FieldStates {
  readonly field: RuleField;
  readonly said: readonly Partial<RuleDraft>[];
  /** The draft in which the field says nothing; absent where it always says something. */
  readonly unsaid?: Partial<RuleDraft> | undefined;
}

/** Updates of each field that rules of the cloud have: to other values, to nothing said and back. None where rules are not updated one by one. */
export function ruleUpdates(capabilities: Capabilities): readonly RuleUpdate[] {
  const { writeGranularity, ruleUpdates: updates } = capabilities;
  if (writeGranularity !== "rule" || !updates.supported) return [];
  return fieldStates(capabilities).flatMap(({ field, said, unsaid }) => {
    const update = (verb: string, before: Partial<RuleDraft>, after: Partial<RuleDraft>): RuleUpdate => {
      const [from, to] = [ruleOf(before), ruleOf(after)];
      const show = (rule: Rule): string =>
        field === "description" ? JSON.stringify(rule.description) : describeRule(rule);
      const name = `${verb} ${field} in place: ${show(from)} becomes ${show(to)}`;
      return { name, feature: `${verb} ${field}`, from, to, isPossible: canUpdateInPlace(from, to, updates) };
    };
    return said.flatMap((before, index) => {
      const after = said[index + 1];
      if (after) return [update("changing", before, after)];
      return unsaid ? [update("clearing", before, unsaid), update("changing", unsaid, before)] : [];
    });
  });
}

function fieldStates({ protocols, localAddress, sourceMac, ruleDescription }: Capabilities): readonly FieldStates[] {
  const tcp: Partial<RuleDraft> = { protocol: "tcp", ports: { from: 80, to: 80 } };
  const tcp6: Partial<RuleDraft> = { ...tcp, ipVersion: "IPv6" };
  const out: Partial<RuleDraft> = { ...tcp, direction: "egress" };
  const icmp = protocols.find((protocol) => protocol === "icmp" || protocol === "ipv6-icmp");
  const other = protocols.find((protocol) => protocol !== "tcp" && protocol !== "any");
  const ofIcmp = { protocol: icmp, ipVersion: icmp && versionsOf(icmp)[0] };
  const ofOther = { ipVersion: other && versionsOf(other)[0] };
  const ends = (field: "remote" | "local"): readonly FieldStates[] => [
    { field, said: ["10.0.0.0/8", "10.0.0.7"].map((end) => ({ ...tcp, [field]: end })), unsaid: tcp },
    { field, said: ["2001:db8::/48", "2001:db8::7"].map((end) => ({ ...tcp6, [field]: end })), unsaid: tcp6 },
    { field, said: ["10.0.0.7", "10.0.0.0/8"].map((end) => ({ ...out, [field]: end })), unsaid: out },
  ];
  const ports = [
    { from: 22, to: 22 },
    { from: 8_000, to: 8_080 },
    { from: 8_000, to: 9_000 },
  ];
  const types = [{ type: 8 }, { type: 8, code: 0 }, { type: 8 }, { type: 3, code: 1 }];
  const macs = ["02:01:0a:0b:0c:0d", "02:01:0a:0b:0c:0e"];
  const labels = ["one", "another"].map((text) => ({ ...tcp, description: fitting(text, ruleDescription) }));
  return [
    { field: "direction", said: [tcp, out, tcp] },
    { field: "ipVersion", said: [tcp, tcp6, tcp] },
    ...(other === undefined
      ? []
      : [
          {
            field: "protocol",
            said: ["tcp", other].map((protocol) => ({ ...ofOther, protocol })),
            unsaid: protocols.includes("any") ? { ...ofOther, protocol: "any" } : undefined,
          } as const,
        ]),
    { field: "ports", said: ports.map((range) => ({ protocol: "tcp", ports: range })), unsaid: { protocol: "tcp" } },
    ...(icmp === undefined
      ? []
      : [{ field: "icmp", said: types.map((type) => ({ ...ofIcmp, icmp: type })), unsaid: ofIcmp } as const]),
    ...ends("remote"),
    ...(localAddress.supported ? ends("local") : []),
    ...(sourceMac.supported
      ? [{ field: "sourceMac", said: macs.map((mac) => ({ ...tcp, sourceMac: mac })), unsaid: tcp } as const]
      : []),
    ...(ruleDescription.maxLength === 0
      ? []
      : [{ field: "description", said: labels, unsaid: ruleDescription.minLength > 0 ? undefined : tcp } as const]),
  ];
}
