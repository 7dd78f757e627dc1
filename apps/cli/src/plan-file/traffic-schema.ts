import {
  protocolEntries,
  type GroupId,
  type IcmpProtocol,
  type MacAddress,
  type OtherProtocol,
  type Packet,
  type PlannedTraffic,
  type PortProtocol,
  type RemoteGroup,
  type Selection,
  type Service,
  type TrafficChange,
  type TrafficLine,
  type UnprovedStep,
} from "@secgroup/core";
import { z } from "zod";

const filled = z.string().min(1);
const position = z.int().nonnegative();
const port = z.int().min(0).max(65_535);
const octet = z.int().min(0).max(255);
const range = <Bound extends z.ZodType<number>>(bound: Bound) => z.strictObject({ from: bound, to: bound });

const portProtocol: z.ZodType<PortProtocol> = z.enum(
  protocolEntries.flatMap((entry) => (entry.family === "ports" ? [entry.protocol] : [])),
);
const icmpProtocol: z.ZodType<IcmpProtocol> = z.enum(
  protocolEntries.flatMap((entry) => (entry.family === "icmp" ? [entry.protocol] : [])),
);
const otherProtocol: z.ZodType<Exclude<OtherProtocol, "any"> | "unnamed"> = z.enum([
  ...protocolEntries.flatMap((entry) => (entry.family === "other" && entry.protocol !== "any" ? [entry.protocol] : [])),
  "unnamed",
]);

const direction = z.enum(["ingress", "egress"]);
const ipVersion = z.enum(["IPv4", "IPv6"]);
const group: z.ZodType<RemoteGroup> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("group"),
    id: z.custom<GroupId>((value) => filled.safeParse(value).success, "is not the id of a group"),
  }),
  z.strictObject({ kind: z.literal("named-group"), name: filled }),
]);

const ends = {
  direction,
  ipVersion,
  remote: filled,
  memberOf: z.array(group),
  local: filled,
  sourceMac: z.custom<MacAddress>(
    (value) => typeof value === "string" && /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/.test(value),
    "is not a MAC address",
  ),
};
const packet: z.ZodType<Packet> = z.union([
  z.strictObject({ ...ends, protocol: portProtocol, port }),
  z.strictObject({ ...ends, protocol: icmpProtocol, icmp: z.strictObject({ type: octet, code: octet }) }),
  z.strictObject({ ...ends, protocol: otherProtocol }),
]);

const service: z.ZodType<Service> = z.union([
  z.strictObject({ protocol: portProtocol, ports: z.union([z.literal("all"), range(port)]) }),
  z.strictObject({
    protocol: icmpProtocol,
    icmp: z.union([
      z.literal("all"),
      z.strictObject({ types: range(octet) }),
      z.strictObject({ type: octet, codes: range(octet) }),
    ]),
  }),
  z.strictObject({ protocol: otherProtocol }),
]);

const selection = <Item>(item: z.ZodType<Item>): z.ZodType<Selection<Item>> =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("all") }),
    z.strictObject({ kind: z.enum(["only", "all-but"]), items: z.array(item).min(1) }),
  ]);

const line: z.ZodType<TrafficLine> = z.strictObject({
  direction,
  ipVersions: z.array(ipVersion).min(1),
  services: selection(service),
  remotes: selection(filled),
  memberships: z.array(z.strictObject({ group, isMember: z.boolean() })),
  locals: selection(filled),
  sourceMacs: selection(filled),
});

const planned: z.ZodType<PlannedTraffic> = z.strictObject({ line, example: packet, causes: z.array(position) });

/** What the changes of a group do to packets. */
export const trafficSchema: z.ZodType<TrafficChange> = z.strictObject({
  opens: z.array(planned),
  closes: z.array(planned),
  withoutEffect: z.strictObject({ added: z.array(position), removed: z.array(position) }),
});

const whichStep = { group: filled, wave: position, step: position };

/** A step of which the plan cannot promise that nothing is interrupted. */
export const unprovedSchema: z.ZodType<UnprovedStep> = z.discriminatedUnion("reason", [
  z.strictObject({
    ...whichStep,
    reason: z.literal("interrupts"),
    packet,
    traffic: z.array(line),
    handedOverTo: filled.optional(),
  }),
  z.strictObject({ ...whichStep, reason: z.literal("exceeds-limit"), rules: position, limit: position }),
]);
