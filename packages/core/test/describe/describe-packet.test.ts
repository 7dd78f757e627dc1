import { expect, it } from "vitest";
import { describePacket, type GroupId, type MacAddress, type Packet } from "../../src/index.ts";

const ends = {
  direction: "ingress",
  ipVersion: "IPv4",
  remote: "198.51.100.7",
  memberOf: [],
  local: "192.0.2.10",
  sourceMac: "02:00:00:00:00:01" as MacAddress,
} as const;
const byId = { kind: "group", id: "g-1" as GroupId } as const;
const byName = { kind: "named-group", name: "web" } as const;

it.each<[Packet, string]>([
  [{ ...ends, protocol: "tcp", port: 22 }, "tcp/22 from 198.51.100.7"],
  [{ ...ends, protocol: "udp", port: 0, direction: "egress" }, "udp/0 to 198.51.100.7"],
  [{ ...ends, protocol: "icmp", icmp: { type: 8, code: 0 } }, "icmp/8.0 from 198.51.100.7"],
  [
    { ...ends, protocol: "ipv6-icmp", icmp: { type: 128, code: 1 }, ipVersion: "IPv6", remote: "2001:db8::1" },
    "ipv6-icmp/128.1 from 2001:db8::1",
  ],
  [{ ...ends, protocol: "esp" }, "esp from 198.51.100.7"],
  [{ ...ends, protocol: "unnamed" }, "a protocol without a name from 198.51.100.7"],
  [{ ...ends, protocol: "tcp", port: 22, memberOf: [byId] }, "tcp/22 from 198.51.100.7, a member of g-1"],
  [{ ...ends, protocol: "esp", memberOf: [byId, byName] }, "esp from 198.51.100.7, a member of g-1 and web"],
])("%j is said as %s", (packet, wanted) => {
  expect(describePacket(packet)).toBe(wanted);
});
