import { ruleKey, type Capabilities, type Rule, type RuleDraft } from "@secgroup/core";
import fc from "fast-check";
import { entryOf, versionsOf } from "./protocol-rules.ts";
import { ruleOf } from "./rule-of.ts";

const byte = fc.integer({ min: 0, max: 255 });
const ipv4 = fc
  .tuple(byte, byte, byte, byte, fc.integer({ min: 0, max: 32 }))
  .map(([a, b, c, d, length]) => `${a}.${b}.${c}.${d}/${length}`);
const ipv6 = fc
  .tuple(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), { minLength: 8, maxLength: 8 }),
    fc.integer({ min: 0, max: 128 }),
  )
  .map(([groups, length]) => `${groups.map((group) => group.toString(16)).join(":")}/${length}`);
const mac = fc
  .array(byte, { minLength: 6, maxLength: 6 })
  .map((bytes) => bytes.map((value) => value.toString(16).padStart(2, "0")).join(":"));

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** Any rule within the capabilities; with a group's name also such as refer to it, where the cloud has remote groups. */
export function arbitraryRule(capabilities: Capabilities, groupName?: string): fc.Arbitrary<Rule> {
  const { protocols, portMinimum, icmpMaximum, localAddress, sourceMac, ruleDescription } = capabilities;
  const port = fc.integer({ min: portMinimum, max: 65_535 });
  const icmpNumber = fc.integer({ min: 0, max: icmpMaximum });
  const never = fc.constant(undefined);
  return fc.constantFrom(...protocols).chain((protocol) =>
    fc.constantFrom(...versionsOf(protocol)).chain((ipVersion) => {
      const family = entryOf(protocol)?.family;
      const network = ipVersion === "IPv4" ? ipv4 : ipv6;
      const remote = maybe(network.map((cidr): Partial<RuleDraft> => ({ remote: cidr })));
      const group = fc.constant<Partial<RuleDraft>>({ remoteGroupName: groupName });
      return fc
        .record({
          direction: fc.constantFrom("ingress", "egress"),
          ports:
            family === "ports"
              ? maybe(fc.tuple(port, port).map((pair) => ({ from: Math.min(...pair), to: Math.max(...pair) })))
              : never,
          icmp: family === "icmp" ? maybe(fc.record({ type: icmpNumber, code: maybe(icmpNumber) })) : never,
          remote: groupName !== undefined && capabilities.remoteGroups.supported ? fc.oneof(remote, group) : remote,
          local: localAddress.supported ? maybe(network) : never,
          sourceMac: sourceMac.supported ? maybe(mac) : never,
          description: description(ruleDescription),
        })
        .map(({ remote: side, ...parts }) => ruleOf({ protocol, ipVersion, ...parts, ...side }));
    }),
  );
}

/** Sets of rules that differ in more than the description. */
export function arbitraryRuleSet(capabilities: Capabilities, groupName?: string): fc.Arbitrary<readonly Rule[]> {
  return fc.uniqueArray(arbitraryRule(capabilities, groupName), { selector: ruleKey, maxLength: 8 });
}

/** Two sets that have rules in common. */
export function arbitraryChange(
  capabilities: Capabilities,
  groupName?: string,
): fc.Arbitrary<readonly [before: readonly Rule[], after: readonly Rule[]]> {
  return fc
    .tuple(arbitraryRuleSet(capabilities, groupName), fc.nat(8), fc.nat(8))
    .map(([rules, one, other]) => [rules.slice(0, Math.max(one, other)), rules.slice(Math.min(one, other))]);
}

function description({ minLength, maxLength }: Capabilities["ruleDescription"]): fc.Arbitrary<string> {
  return fc
    .string({ unit: "grapheme", minLength, maxLength: Math.max(minLength, Math.min(maxLength, 20)) })
    .filter(({ length }) => length <= maxLength);
}
