import { describe, expect, it } from "vitest";
import {
  createTrafficSpace,
  describeService,
  describeTrafficLine,
  type GroupId,
  type RuleDraft,
  type Service,
  type TrafficLine,
} from "../../src/index.ts";
import { rulesOf } from "../support/arbitrary-rule.ts";

const line: TrafficLine = {
  direction: "ingress",
  ipVersions: ["IPv4"],
  services: { kind: "only", items: [{ protocol: "tcp", ports: { from: 22, to: 22 } }] },
  remotes: { kind: "all" },
  memberships: [],
  locals: { kind: "all" },
  sourceMacs: { kind: "all" },
};
const web = { kind: "named-group", name: "web" } as const;
const byId = { kind: "group", id: "g-1" as GroupId } as const;

describe("a line", () => {
  it.each<[Partial<TrafficLine>, string]>([
    [{}, "tcp/22 from any (IPv4)"],
    [{ ipVersions: ["IPv6"] }, "tcp/22 from any (IPv6)"],
    [{ ipVersions: ["IPv4", "IPv6"] }, "tcp/22 from any"],
    [{ direction: "egress" }, "tcp/22 to any (IPv4)"],
    [{ services: { kind: "all" } }, "any protocol from any (IPv4)"],
    [
      { services: { kind: "all-but", items: [{ protocol: "tcp", ports: "all" }, { protocol: "esp" }] } },
      "any protocol but tcp, esp from any (IPv4)",
    ],
    [
      {
        services: {
          kind: "only",
          items: [
            { protocol: "tcp", ports: { from: 80, to: 90 } },
            { protocol: "icmp", icmp: "all" },
          ],
        },
      },
      "tcp/80-90, icmp from any (IPv4)",
    ],
    [{ remotes: { kind: "only", items: ["10.0.0.0/8", "192.0.2.7/32"] } }, "tcp/22 from 10.0.0.0/8, 192.0.2.7/32"],
    [{ remotes: { kind: "only", items: ["192.0.2.1-192.0.2.6"] } }, "tcp/22 from 192.0.2.1-192.0.2.6"],
    [{ remotes: { kind: "all-but", items: ["10.0.0.0/8"] } }, "tcp/22 from any but 10.0.0.0/8 (IPv4)"],
    [{ memberships: [{ group: web, isMember: true }] }, "tcp/22 from group:web (IPv4)"],
    [
      {
        memberships: [
          { group: web, isMember: true },
          { group: byId, isMember: true },
        ],
      },
      "tcp/22 from group:web and group:g-1 (IPv4)",
    ],
    [{ memberships: [{ group: web, isMember: false }] }, "tcp/22 from any but not group:web (IPv4)"],
    [
      {
        remotes: { kind: "only", items: ["10.0.0.0/8"] },
        memberships: [
          { group: web, isMember: true },
          { group: byId, isMember: false },
        ],
      },
      "tcp/22 from group:web at 10.0.0.0/8 but not group:g-1",
    ],
    [{ locals: { kind: "only", items: ["192.0.2.10/32"] } }, "tcp/22 from any at 192.0.2.10/32 (IPv4)"],
    [
      { locals: { kind: "all-but", items: ["192.0.2.10/32"] } },
      "tcp/22 from any at any address but 192.0.2.10/32 (IPv4)",
    ],
    [{ sourceMacs: { kind: "only", items: ["02:00:00:00:00:01"] } }, "tcp/22 from any mac 02:00:00:00:00:01 (IPv4)"],
    [
      { sourceMacs: { kind: "all-but", items: ["02:00:00:00:00:01"] } },
      "tcp/22 from any mac any MAC address but 02:00:00:00:00:01 (IPv4)",
    ],
  ])("with %j reads %s", (parts, wanted) => {
    expect(describeTrafficLine({ ...line, ...parts })).toBe(wanted);
  });

  it("names groups as it is told", () => {
    const memberships = [byId, web].map((group) => ({ group, isMember: true }));
    const nameGroup = (group: typeof byId | typeof web): string => (group.kind === "group" ? "database" : "WEB");
    expect(describeTrafficLine({ ...line, memberships }, (group) => nameGroup(group as typeof byId))).toBe(
      "tcp/22 from group:database and group:WEB (IPv4)",
    );
  });
});

describe("a service", () => {
  it.each<[Service, string]>([
    [{ protocol: "udp", ports: "all" }, "udp"],
    [{ protocol: "udp", ports: { from: 53, to: 53 } }, "udp/53"],
    [{ protocol: "sctp", ports: { from: 1, to: 9 } }, "sctp/1-9"],
    [{ protocol: "icmp", icmp: { types: { from: 8, to: 8 } } }, "icmp/8"],
    [{ protocol: "icmp", icmp: { types: { from: 0, to: 7 } } }, "icmp/0-7"],
    [{ protocol: "ipv6-icmp", icmp: { type: 1, codes: { from: 3, to: 3 } } }, "ipv6-icmp/1.3"],
    [{ protocol: "ipv6-icmp", icmp: { type: 1, codes: { from: 0, to: 3 } } }, "ipv6-icmp/1.0-3"],
    [{ protocol: "esp" }, "esp"],
    [{ protocol: "unnamed" }, "protocols without a name"],
  ])("%j reads %s", (service, wanted) => {
    expect(describeService(service)).toBe(wanted);
  });
});

it.each<[RuleDraft, readonly string[]]>([
  [
    { direction: "ingress", protocol: "tcp", ports: { from: 22, to: 22 }, remote: "10.0.0.0/8" },
    ["tcp/22 from 10.0.0.0/8"],
  ],
  [{ direction: "egress", ipVersion: "IPv6" }, ["any protocol to any (IPv6)"]],
  [{ direction: "ingress", ipVersion: "IPv4", protocol: "icmp", icmp: { type: 8 } }, ["icmp/8 from any (IPv4)"]],
  [{ direction: "ingress", ipVersion: "IPv4", remoteGroup: "g-1" }, ["any protocol from group:g-1 (IPv4)"]],
])("what the rule %j allows reads %j", (draft, wanted) => {
  const rules = rulesOf(draft);
  const space = createTrafficSpace(rules);
  expect(space.describe(space.of(rules)).map((one) => describeTrafficLine(one))).toEqual(wanted);
});
