import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isProtocolKeyword,
  normalizeRule,
  protocolEntries,
  readProtocol,
  ruleKey,
  type DraftSource,
  type Rule,
  type RuleDraft,
} from "../../src/index.ts";
import { draftOf } from "../../src/memory/draft-of.ts";
import { cloudDraft, rulesOf } from "../support/arbitrary-rule.ts";

/** Every field of a rule but its description, a star for what is not limited. */
const say = (rule: Rule): string => {
  const ports = "ports" in rule && rule.ports !== "all" ? `${rule.ports.from}-${rule.ports.to}` : undefined;
  const icmp = "icmp" in rule && rule.icmp !== "all" ? `${rule.icmp.type}.${rule.icmp.code ?? "*"}` : undefined;
  const { remote, local } = rule;
  const side = {
    any: () => "*",
    cidr: () => (remote.kind === "cidr" ? remote.cidr : ""),
    group: () => (remote.kind === "group" ? `group ${remote.id}` : ""),
    "named-group": () => (remote.kind === "named-group" ? `named ${JSON.stringify(remote.name)}` : ""),
  }[remote.kind]();
  return [
    rule.direction,
    rule.ipVersion,
    rule.protocol,
    ports ?? icmp ?? "*",
    side,
    local.kind === "any" ? "*" : local.cidr,
    rule.sourceMac,
  ].join(" ");
};

const keys = (draft: Partial<RuleDraft>, source: DraftSource = "document"): string[] =>
  rulesOf({ direction: "ingress", ...draft }, source).map(say);

const problems = (draft: Partial<RuleDraft>, source: DraftSource = "document"): string[] => {
  const normalized = normalizeRule({ direction: "ingress", ...draft }, source);
  return normalized.ok ? [] : normalized.problems.map(({ field, message }) => `${field}: ${message}`);
};

describe("a draft becomes canonical", () => {
  it.each<[string, Partial<RuleDraft>, string[]]>([
    ["no remote and no version: both versions", {}, ["ingress IPv4 any * * * any", "ingress IPv6 any * * * any"]],
    ["0.0.0.0/0", { remote: "0.0.0.0/0" }, ["ingress IPv4 any * * * any"]],
    ["::/0", { remote: "::/0" }, ["ingress IPv6 any * * * any"]],
    ["any with a version", { remote: "any", ipVersion: "ipv6" }, ["ingress IPv6 any * * * any"]],
    ["an IPv4 address", { remote: "10.0.0.7" }, ["ingress IPv4 any * 10.0.0.7/32 * any"]],
    ["an IPv6 address", { remote: "2001:DB8::0001" }, ["ingress IPv6 any * 2001:db8::1/128 * any"]],
    ["a local address", { local: "10.0.0.7" }, ["ingress IPv4 any * * 10.0.0.7/32 any"]],
    [
      "a MAC address with dashes",
      { remote: "10.0.0.7", sourceMac: "AA-bb-CC-dd-EE-ff" },
      ["ingress IPv4 any * 10.0.0.7/32 * aa:bb:cc:dd:ee:ff"],
    ],
    ["a capital direction", { direction: "Ingress", ipVersion: "IPv4" }, ["ingress IPv4 any * * * any"]],
    [
      "null for what is not limited",
      { ipVersion: "IPv4", remote: null, local: null, sourceMac: null },
      ["ingress IPv4 any * * * any"],
    ],
    ["an IPv6 network", { remote: "2001:DB8:0::/32" }, ["ingress IPv6 any * 2001:db8::/32 * any"]],
    ["upper-case direction", { direction: "EGRESS", ipVersion: "IPv4" }, ["egress IPv4 any * * * any"]],
    ["protocol number 6", { protocol: "6", ipVersion: "IPv4" }, ["ingress IPv4 tcp * * * any"]],
    ["protocol number 50", { protocol: 50, ipVersion: "IPv4" }, ["ingress IPv4 esp * * * any"]],
    ["upper-case protocol", { protocol: "UDP", ipVersion: "IPv4" }, ["ingress IPv4 udp * * * any"]],
    ["ANY", { protocol: "ANY", ipVersion: "IPv4" }, ["ingress IPv4 any * * * any"]],
    ["a null protocol", { protocol: null, ipVersion: "IPv4" }, ["ingress IPv4 any * * * any"]],
    [
      "ports 0-65535",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: 0, to: 65535 } },
      ["ingress IPv4 tcp * * * any"],
    ],
    [
      "ports 1-65535",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: 1, to: 65535 } },
      ["ingress IPv4 tcp * * * any"],
    ],
    [
      "null ports",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: null, to: null } },
      ["ingress IPv4 tcp * * * any"],
    ],
    [
      "ports 2-65535",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: 2, to: 65535 } },
      ["ingress IPv4 tcp 2-65535 * * any"],
    ],
    [
      "one port",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: 22, to: 22 } },
      ["ingress IPv4 tcp 22-22 * * any"],
    ],
    [
      "ports up to the last but one",
      { protocol: "tcp", ipVersion: "IPv4", ports: { from: 1, to: 65534 } },
      ["ingress IPv4 tcp 1-65534 * * any"],
    ],
    ["port 0", { protocol: "tcp", ipVersion: "IPv4", ports: { from: 0, to: 0 } }, ["ingress IPv4 tcp 0-0 * * any"]],
    [
      "null ports of a protocol without ports",
      { protocol: "gre", ipVersion: "IPv4", ports: { from: null, to: null } },
      ["ingress IPv4 gre * * * any"],
    ],
    [
      "null ICMP of a protocol without ICMP",
      { protocol: "tcp", ipVersion: "IPv4", icmp: { type: null, code: null } },
      ["ingress IPv4 tcp * * * any"],
    ],
    [
      "the last ICMP type and code",
      { protocol: "icmp", icmp: { type: 255, code: 255 } },
      ["ingress IPv4 icmp 255.255 * * any"],
    ],
    ["upper-case version", { ipVersion: "IPV4" }, ["ingress IPv4 any * * * any"]],
    ["a null version", { ipVersion: null, remote: "::1" }, ["ingress IPv6 any * ::1/128 * any"]],
    ["any address and any MAC", { ipVersion: "IPv4", local: "any", sourceMac: "any" }, ["ingress IPv4 any * * * any"]],
    ["two addresses of one version", { remote: "::1", local: "::2" }, ["ingress IPv6 any * ::1/128 ::2/128 any"]],
    [
      "an address of the version that is said",
      { remote: "::1", ipVersion: "IPv6" },
      ["ingress IPv6 any * ::1/128 * any"],
    ],
    ["a local world", { local: "::/0" }, ["ingress IPv6 any * * * any"]],
    [
      "null groups beside an address",
      { remote: "10.0.0.7", remoteGroup: null, remoteGroupName: null },
      ["ingress IPv4 any * 10.0.0.7/32 * any"],
    ],
    ["icmp alone is IPv4", { protocol: "icmp" }, ["ingress IPv4 icmp * * * any"]],
    ["icmp on IPv6", { protocol: "icmp", remote: "::/0" }, ["ingress IPv6 ipv6-icmp * * * any"]],
    ["icmpv6", { protocol: "icmpv6" }, ["ingress IPv6 ipv6-icmp * * * any"]],
    ["ipv6-icmp", { protocol: "ipv6-icmp" }, ["ingress IPv6 ipv6-icmp * * * any"]],
    ["ICMPv6", { protocol: "ICMPv6" }, ["ingress IPv6 ipv6-icmp * * * any"]],
    ["58", { protocol: "58" }, ["ingress IPv6 ipv6-icmp * * * any"]],
    ["ICMP type 0", { protocol: "icmp", icmp: { type: 0 } }, ["ingress IPv4 icmp 0.* * * any"]],
    ["ICMP type and code", { protocol: "icmp", icmp: { type: 3, code: 4 } }, ["ingress IPv4 icmp 3.4 * * any"]],
    ["null ICMP", { protocol: "icmp", icmp: { type: null, code: null } }, ["ingress IPv4 icmp * * * any"]],
    ["a remote group", { remoteGroup: "g1", ipVersion: "IPv4" }, ["ingress IPv4 any * group g1 * any"]],
    ["a group by name", { remoteGroupName: "web", protocol: "icmp" }, ['ingress IPv4 icmp * named "web" * any']],
  ])("%s", (_, draft, wanted) => {
    expect(keys(draft)).toEqual(wanted);
  });

  it("keeps the description, empty when none is given", () => {
    expect(rulesOf({ direction: "ingress", description: "web" }, "document").map((rule) => rule.description)).toEqual([
      "web",
      "web",
    ]);
    expect(rulesOf({ direction: "ingress" }, "document").map((rule) => rule.description)).toEqual(["", ""]);
  });

  it("masks host bits in a cloud's answer", () => {
    expect(keys({ remote: "10.1.2.3/8", local: "10.9.9.9/31", ipVersion: null }, "cloud")).toEqual([
      "ingress IPv4 any * 10.0.0.0/8 10.9.9.8/31 any",
    ]);
    expect(keys({ remote: "2001:db8::5/64", ipVersion: "IPv6" }, "cloud")).toEqual([
      "ingress IPv6 any * 2001:db8::/64 * any",
    ]);
    expect(keys({ remote: "1.2.3.4/0", ipVersion: "IPv4" }, "cloud")).toEqual(["ingress IPv4 any * * * any"]);
  });
});

describe("a draft is rejected", () => {
  it.each<[string, Partial<RuleDraft>, string]>([
    ["direction", { direction: "inbound" }, 'direction: "inbound" is neither ingress nor egress'],
    ["version", { ipVersion: "IPv5" }, 'ipVersion: "IPv5" is neither IPv4 nor IPv6'],
    ["protocol", { protocol: "tpc" }, 'protocol: "tpc" is not a known protocol'],
    ["protocol number without keyword", { protocol: 253 }, 'protocol: "253" is not a known protocol'],
    ["address", { remote: "10.0.0" }, 'remote: "10.0.0" is not an IPv4 or IPv6 address or CIDR'],
    [
      "host bits",
      { remote: "10.0.0.1/8" },
      'remote: "10.0.0.1/8" has host bits set; write 10.0.0.0/8 for the network or 10.0.0.1/32 for the one address',
    ],
    [
      "local host bits",
      { local: "2001:db8::1/32" },
      'local: "2001:db8::1/32" has host bits set; write 2001:db8::/32 for the network or 2001:db8::1/128 for the one address',
    ],
    [
      "host bits of the world",
      { remote: "1.2.3.4/0" },
      'remote: "1.2.3.4/0" has host bits set; write 0.0.0.0/0 for the network or 1.2.3.4/32 for the one address',
    ],
    [
      "version against address",
      { remote: "10.0.0.0/8", ipVersion: "IPv6" },
      "ipVersion: is IPv6, but the address is IPv4",
    ],
    ["local against remote", { remote: "10.0.0.0/8", local: "::1" }, "local: is IPv6, but remote is IPv4"],
    [
      "IPv6 protocol on IPv4",
      { protocol: "ipv6-icmp", ipVersion: "IPv4" },
      "protocol: ipv6-icmp exists on IPv6 only, but the rule is IPv4",
    ],
    ["one port missing", { protocol: "tcp", ports: { from: 22 } }, "ports.to: is missing, but ports.from is given"],
    ["other port missing", { protocol: "tcp", ports: { to: 22 } }, "ports.from: is missing, but ports.to is given"],
    [
      "from greater than to",
      { protocol: "tcp", ports: { from: 23, to: 22 } },
      "ports.from: 23 is greater than ports.to, which is 22",
    ],
    [
      "port too great",
      { protocol: "tcp", ports: { from: 1, to: 65536 } },
      "ports.to: 65536 is not a whole number from 0 to 65535",
    ],
    [
      "port not whole",
      { protocol: "tcp", ports: { from: 1.5, to: 2 } },
      "ports.from: 1.5 is not a whole number from 0 to 65535",
    ],
    ["ports without a port protocol", { protocol: "gre", ports: { from: 1, to: 2 } }, "ports: gre has no ports"],
    ["a first port alone without a port protocol", { protocol: "gre", ports: { from: 1 } }, "ports: gre has no ports"],
    ["a last port alone without a port protocol", { protocol: "gre", ports: { to: 2 } }, "ports: gre has no ports"],
    ["ICMP code of tcp", { protocol: "tcp", icmp: { code: 0 } }, "icmp: tcp has no ICMP type or code"],
    [
      "negative port",
      { protocol: "tcp", ports: { from: -1, to: 2 } },
      "ports.from: -1 is not a whole number from 0 to 65535",
    ],
    [
      "code too great",
      { protocol: "icmp", icmp: { type: 3, code: 256 } },
      "icmp.code: 256 is not a whole number from 0 to 255",
    ],
    [
      "address beside a group by name",
      { remote: "10.0.0.1", remoteGroupName: "web" },
      "remote: a rule has one remote: an address or a group, not both",
    ],
    [
      "longer text around a MAC address",
      { sourceMac: "x02:01:0a:0b:0c:0d" },
      'sourceMac: "x02:01:0a:0b:0c:0d" is not a MAC address such as 02:01:0a:0b:0c:0d',
    ],
    [
      "longer text behind a MAC address",
      { sourceMac: "02:01:0a:0b:0c:0d:0e" },
      'sourceMac: "02:01:0a:0b:0c:0d:0e" is not a MAC address such as 02:01:0a:0b:0c:0d',
    ],
    [
      "IPv6 protocol on IPv4 by its address",
      { protocol: "ipv6-frag", remote: "10.0.0.1" },
      "protocol: ipv6-frag exists on IPv6 only, but the rule is IPv4",
    ],
    ["ports of any", { ports: { from: 1, to: 2 } }, "ports: any has no ports"],
    ["ICMP type of tcp", { protocol: "tcp", icmp: { type: 8 } }, "icmp: tcp has no ICMP type or code"],
    ["code without type", { protocol: "icmp", icmp: { code: 0 } }, "icmp.type: is missing, but icmp.code is given"],
    ["type too great", { protocol: "icmp", icmp: { type: 256 } }, "icmp.type: 256 is not a whole number from 0 to 255"],
    ["MAC address", { sourceMac: "aa:bb" }, 'sourceMac: "aa:bb" is not a MAC address such as 02:01:0a:0b:0c:0d'],
    [
      "two remotes",
      { remote: "10.0.0.1", remoteGroup: "g1" },
      "remote: a rule has one remote: an address or a group, not both",
    ],
    ["empty group", { remoteGroup: "" }, "remote: the name or id of the group is empty"],
    ["empty group name", { remoteGroupName: "" }, "remote: the name or id of the group is empty"],
    [
      "two groups",
      { remoteGroup: "a", remoteGroupName: "b" },
      "remote: a rule has one remote: an address or a group, not both",
    ],
    ["empty address", { remote: "" }, 'remote: "" is not an IPv4 or IPv6 address or CIDR'],
  ])("for its %s", (_, draft, wanted) => {
    expect(problems(draft)).toEqual([wanted]);
  });

  it("for everything at once", () => {
    expect(problems({ direction: "x", protocol: "y", remote: "z" })).toHaveLength(3);
  });

  it("when a cloud says neither version nor address", () => {
    expect(problems({ protocol: "tcp" }, "cloud")).toEqual([
      "ipVersion: neither the IP version nor an address is said",
    ]);
  });
});

describe("normalisation", () => {
  it("twice is the same as once", () => {
    fc.assert(
      fc.property(cloudDraft, (draft) => {
        const once = rulesOf(draft);
        expect(once).toHaveLength(1);
        for (const source of ["cloud", "document"] as const) {
          expect(once.flatMap((rule) => rulesOf(draftOf(rule), source))).toEqual(once);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives equal keys exactly to rules that are equal in all but the description", () => {
    fc.assert(
      fc.property(cloudDraft, cloudDraft, (first, second) => {
        const [a] = rulesOf({ ...first, description: "" });
        const [b] = rulesOf({ ...second, description: "" });
        if (a === undefined || b === undefined) throw new Error("no rule");
        expect(ruleKey(a) === ruleKey(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        expect(ruleKey({ ...a, description: "other" })).toBe(ruleKey(a));
      }),
    );
  });

  it("takes for keywords what the documents of the clouds write, and nothing else", () => {
    for (const { protocol } of protocolEntries) expect(isProtocolKeyword(protocol)).toBe(true);
    expect(["ipip", "TCP", "6", "any", "icmpv6", "toString", ""].filter(isProtocolKeyword)).toEqual(["ipip"]);
  });

  it("knows every keyword by its name, in upper case, and by a number that stands for the same number", () => {
    for (const entry of protocolEntries) {
      expect(readProtocol(entry.protocol)).toBe(entry);
      expect(readProtocol(entry.protocol.toUpperCase())).toBe(entry);
      expect(readProtocol(entry.number)?.number).toBe(entry.number);
      expect(readProtocol(String(entry.number))?.number).toBe(entry.number);
    }
  });
});
