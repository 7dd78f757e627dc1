import { ruleKey, type Capabilities, type IpVersion, type Protocol, type Rule, type RuleDraft } from "@secgroup/core";
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

/** What a rule says, field by field; the other end may be a group. */
export type RuleParts = Pick<RuleDraft, "direction" | "ports" | "icmp" | "local" | "sourceMac" | "description"> & {
  readonly end: Partial<RuleDraft> | undefined;
};

/** Any rule within the capabilities; with a group's name also such as refer to it, where the cloud has remote groups. */
export function arbitraryRule(capabilities: Capabilities, groupName?: string): fc.Arbitrary<Rule> {
  return ofAnyProtocol(capabilities, (protocol, ipVersion) =>
    arbitraryParts(capabilities, protocol, ipVersion, groupName).map(({ end, ...parts }) =>
      ruleOf({ protocol, ipVersion, ...parts, ...end }),
    ),
  );
}

/** Those with ports and those with ICMP types each as often as all together. */
export function ofAnyProtocol<Value>(
  { protocols }: Capabilities,
  make: (protocol: Protocol, ipVersion: IpVersion) => fc.Arbitrary<Value>,
): fc.Arbitrary<Value> {
  const families = [
    protocols,
    ...(["ports", "icmp"] as const).map((family) => protocols.filter((name) => entryOf(name)?.family === family)),
  ];
  return fc
    .oneof(...families.filter(({ length }) => length > 0).map((family) => fc.constantFrom(...family)))
    .chain((protocol) => fc.constantFrom(...versionsOf(protocol)).chain((ipVersion) => make(protocol, ipVersion)));
}

/** What a rule of one protocol can say within the capabilities. */
export function arbitraryParts(
  { portMinimum, icmpMaximum, remoteGroups, localAddress, sourceMac, ruleDescription }: Capabilities,
  protocol: Protocol,
  ipVersion: IpVersion,
  groupName: string | undefined,
): fc.Arbitrary<RuleParts> {
  const port = fc.integer({ min: portMinimum, max: 65_535 });
  const icmpNumber = fc.integer({ min: 0, max: icmpMaximum });
  const never = fc.constant(undefined);
  const family = entryOf(protocol)?.family;
  const network = ipVersion === "IPv4" ? ipv4 : ipv6;
  const remote = maybe(network.map((cidr): Partial<RuleDraft> => ({ remote: cidr })));
  const group = fc.constant<Partial<RuleDraft>>({ remoteGroupName: groupName });
  return fc.record({
    direction: fc.constantFrom("ingress", "egress"),
    ports:
      family === "ports"
        ? maybe(fc.tuple(port, port).map((pair) => ({ from: Math.min(...pair), to: Math.max(...pair) })))
        : never,
    icmp: family === "icmp" ? maybe(fc.record({ type: icmpNumber, code: maybe(icmpNumber) })) : never,
    end: groupName !== undefined && remoteGroups.supported ? fc.oneof(remote, group) : remote,
    local: localAddress.supported ? maybe(network) : never,
    sourceMac: sourceMac.supported ? maybe(mac) : never,
    description: description(ruleDescription),
  });
}

/** Sets of rules that differ in more than the description. */
export function arbitraryRuleSet(capabilities: Capabilities, groupName?: string): fc.Arbitrary<readonly Rule[]> {
  return fc.uniqueArray(arbitraryRule(capabilities, groupName), { selector: ruleKey, maxLength: 8 });
}

function description({ minLength, maxLength }: Capabilities["ruleDescription"]): fc.Arbitrary<string> {
  return fc
    .string({ unit: "grapheme", minLength, maxLength: Math.max(minLength, Math.min(maxLength, 20)) })
    .filter(({ length }) => length <= maxLength);
}
