import { SecurityGroupError } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { readConfigurationValue, readQuery, type TrafficQuery } from "../src/index.ts";
import { readText, targets, textOf } from "./support/read.ts";

const id = "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab";
const document = `${targets}addresses: { office: [home, 10.0.0.0/8], home: [2001:db8::/48] }
services: { admin: [ssh, more], more: [udp/1-9] }
groups:
  web: { on: [fra, lux], name: Web }
  db: { on: lux, id: ${id} }
  old: { on: fra, ensure: absent }
`;
const configuration = readText(document);

function ask(words: string, direction: TrafficQuery["direction"] = "ingress"): readonly string[] {
  const [allow = "", peer = ""] = words.split(" from ");
  return readQuery({ allow, direction, peer }, configuration).map((rule) => `${rule.direction} ${textOf(rule)}`);
}

function refusalOf(words: string): SecurityGroupError {
  try {
    ask(words);
  } catch (error) {
    if (error instanceof SecurityGroupError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a query", () => {
  const right: readonly (readonly [words: string, wanted: readonly string[]])[] = [
    ["tcp/22 from 203.0.113.9", ["ingress IPv4 tcp 22-22 203.0.113.9/32 * any"]],
    ["tcp/22 from any", ["ingress IPv4 tcp 22-22 * * any", "ingress IPv6 tcp 22-22 * * any"]],
    ["ssh from ::/0", ["ingress IPv6 tcp 22-22 * * any"]],
    ["any from 10.0.0.0/8", ["ingress IPv4 any * 10.0.0.0/8 * any"]],
    ["icmp/3.4 from any", ["ingress IPv4 icmp 3.4 * * any"]],
    ["ping from 10.0.0.1", ["ingress IPv4 icmp 8.* 10.0.0.1/32 * any"]],
    [
      "admin from office",
      [
        "ingress IPv6 tcp 22-22 2001:db8::/48 * any",
        "ingress IPv4 tcp 22-22 10.0.0.0/8 * any",
        "ingress IPv6 udp 1-9 2001:db8::/48 * any",
        "ingress IPv4 udp 1-9 10.0.0.0/8 * any",
      ],
    ],
    ["icmp from office", ["ingress IPv4 icmp * 10.0.0.0/8 * any"]],
    ["icmp from group:web", ['ingress IPv4 icmp * named "Web" * any']],
    ["icmp from group:db", [`ingress IPv4 icmp * group ${id} * any`]],
    [`icmp from group:${id}`, [`ingress IPv4 icmp * group ${id} * any`]],
  ];
  test.each(right)("%s", (words, wanted) => {
    expect(ask(words)).toEqual(wanted);
  });

  test("has a direction", () => {
    expect(ask("tcp/22 from 10.0.0.1", "egress")).toEqual(["egress IPv4 tcp 22-22 10.0.0.1/32 * any"]);
  });

  test("knows the sets of a module as well", () => {
    const module = { targets: { t: { cloud: "gcore", project: 1, region: 1 } }, addresses: { a: ["10.0.0.1"] } };
    const read = readConfigurationValue(module, { file: "d.ts", environment: {} });
    expect(readQuery({ allow: "tcp", direction: "ingress", peer: "a" }, read).map(textOf)).toEqual([
      "IPv4 tcp * 10.0.0.1/32 * any",
    ]);
  });

  const wrong: readonly (readonly [words: string, wanted: string])[] = [
    ["shs from any", '"shs" is not a protocol or a service that this document names; did you mean ssh?'],
    ["admn from any", '"admn" is not a protocol or a service that this document names; did you mean admin?'],
    ["22 from any", '"22" does not name a protocol; write tcp/22 for a port, or the protocol\'s keyword'],
    ["tcp/x from any", '"tcp/x" is not right; write tcp/80 for a port or tcp/8000-8100 for a range'],
    [
      "ssh from offic",
      '"offic" is not an address, a CIDR, or an address set that this document names; did you mean office?',
    ],
    ["ssh from 10.0.0.256", '"10.0.0.256" is not an IPv4 or IPv6 address or CIDR'],
    ["ssh from web", '"web" is a group, not an address set; write group:web'],
    [
      "ssh from group:wbe",
      '"wbe" is neither a group of this document nor the id of a group, which is a UUID; did you mean web?',
    ],
    ["ssh from group:old", "the group old is to be absent, so no rule can name it; remove it here, or keep the group"],
    ["icmp from 2001:db8::1", '"icmp" exists on IPv4 only, but "2001:db8::1" is not IPv4, so no packet is both'],
    ["ipv6-icmp from 10.0.0.1", '"ipv6-icmp" exists on IPv6 only, but "10.0.0.1" is not IPv6, so no packet is both'],
    [
      "shs from offic",
      '"shs" is not a protocol or a service that this document names; did you mean ssh?\n"offic" is not an address, a CIDR, or an address set that this document names; did you mean office?',
    ],
  ];
  test.each(wrong)("%s is refused", (words, wanted) => {
    const { code, message, hint } = refusalOf(words);
    expect([code, message]).toEqual(["usage", wanted]);
    expect(hint).toContain("tcp/22 from 203.0.113.9");
  });
});
