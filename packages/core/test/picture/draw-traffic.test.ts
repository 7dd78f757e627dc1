import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  describeService,
  drawTraffic,
  type CellState,
  type Packet,
  type PicturedRule,
  type PictureNetwork,
  type PicturePanel,
  type Rule,
  type Service,
} from "../../src/index.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { tcp } from "../support/describe-waves.ts";
import { matches, packets, smallRule } from "../traffic/small-universe.ts";

const stands = fc.constantFrom("before", "after", "always");
const picturedRules = fc.array(fc.record({ rule: smallRule, stands }), { maxLength: 8 });

function stateOf(rules: readonly PicturedRule[], packet: Packet): CellState {
  const isAllowed = (when: "before" | "after"): boolean =>
    rules.some(({ rule, stands }) => stands !== (when === "before" ? "after" : "before") && matches(rule, packet));
  if (isAllowed("before")) return isAllowed("after") ? "stays" : "closes";
  return isAllowed("after") ? "opens" : "refused";
}

/** A rule for one network, to ask whether a packet lies in it. */
const from = (network: PictureNetwork["network"]): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", remote: network });

function isIn({ network, but }: PictureNetwork, address: string, packet: Packet): boolean {
  const asked: Packet = { ...packet, direction: "ingress", remote: address, memberOf: [] };
  return matches(from(network), asked) && !but.some((inner) => matches(from(inner), asked));
}

function isService(service: Service, packet: Packet): boolean {
  if (service.protocol !== packet.protocol) return false;
  if ("ports" in service) {
    const { ports } = service;
    return ports === "all" || ("port" in packet && ports.from <= packet.port && packet.port <= ports.to);
  }
  if (!("icmp" in service) || !("icmp" in packet)) return true;
  const { icmp } = service;
  const { type, code } = packet.icmp;
  if (icmp === "all") return true;
  if ("types" in icmp) return icmp.types.from <= type && type <= icmp.types.to;
  return icmp.type === type && icmp.codes.from <= code && code <= icmp.codes.to;
}

/** What a panel says of a packet: its address's cell, and where it is a member of groups, theirs. */
function statesIn(panel: PicturePanel, packet: Packet): readonly CellState[] {
  const column = panel.columns.findIndex(({ services }) => services.some((service) => isService(service, packet)));
  return panel.rows.flatMap((row, index) => {
    const isMeant =
      row.kind === "addresses"
        ? isIn(row, packet.remote, packet)
        : packet.memberOf.some((group) => JSON.stringify(group) === JSON.stringify(row.group));
    return isMeant ? [panel.cells[index]?.[column] ?? "refused"] : [];
  });
}

/** What several cells say together: what one of them allows is allowed. */
function together(states: readonly CellState[]): CellState {
  const isBefore = states.some((state) => state === "stays" || state === "closes");
  const isAfter = states.some((state) => state === "stays" || state === "opens");
  if (isBefore) return isAfter ? "stays" : "closes";
  return isAfter ? "opens" : "refused";
}

describe("a picture", () => {
  it("shows of every packet what becomes of it", () => {
    let looked = 0;
    fc.assert(
      fc.property(picturedRules, fc.nat(), (rules, start) => {
        const picture = drawTraffic(rules);
        for (const [index, packet] of packets.entries()) {
          if (index % 37 !== start % 37) continue;
          const here = picture.panels.filter(
            ({ direction, ipVersion, local }) =>
              direction === packet.direction && ipVersion === packet.ipVersion && isIn(local, packet.local, packet),
          );
          const named = here.filter(({ sourceMac }) => sourceMac === packet.sourceMac);
          const panels = named.length > 0 ? named : here.filter(({ sourceMac }) => sourceMac === "other");
          expect(panels.length).toBeLessThanOrEqual(1);
          expect(together(panels.flatMap((panel) => statesIn(panel, packet)))).toBe(stateOf(rules, packet));
          looked++;
        }
      }),
      { numRuns: 300 },
    );
    expect(looked).toBeGreaterThan(30_000);
  });

  it("has cells whose rules are exactly those that match their packets, and no empty row, column or panel", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ rule: anyRule, stands }), { maxLength: 20 }), (rules) => {
        const { panels } = drawTraffic(rules);
        for (const { columns, rows, cells, rules: own } of panels) {
          expect(own.length).toBeGreaterThan(0);
          for (const { rules: ofPart } of [...columns, ...rows]) {
            expect(ofPart.length).toBeGreaterThan(0);
            expect(own).toEqual(expect.arrayContaining([...ofPart]));
          }
          for (const [y, row] of rows.entries()) {
            for (const [x, column] of columns.entries()) {
              if (row.kind === "members") continue;
              const standing = row.rules.flatMap((index) =>
                column.rules.includes(index) ? (rules[index]?.stands ?? []) : [],
              );
              const isBefore = standing.some((when) => when !== "after");
              const isAfter = standing.some((when) => when !== "before");
              expect(cells[y]?.[x]).toBe(together([isBefore ? "closes" : "refused", isAfter ? "opens" : "refused"]));
            }
          }
        }
      }),
    );
  });
});

/** A panel in words: its columns, then each row with its cells. */
function words({ columns, rows, cells }: PicturePanel): readonly string[] {
  const heads = columns.map(({ services, restOf }) =>
    restOf === undefined
      ? services.map(describeService).join(" ")
      : `rest of ${restOf === "any" ? "all" : describeService(restOf)}`,
  );
  return [
    heads.join(" | "),
    ...rows.map((row, index) => {
      const name =
        row.kind === "members"
          ? `members of ${row.group.kind === "group" ? row.group.id : row.group.name}`
          : [row.network, ...row.but.map((cidr) => `-${cidr}`)].join(" ");
      return `${name}: ${(cells[index] ?? []).join(" ")}`;
    }),
  ];
}

const any = (ports?: number): Rule =>
  ruleOf({
    direction: "ingress",
    ipVersion: "IPv4",
    protocol: "tcp",
    ports: ports ? { from: ports, to: ports } : null,
  });
const members = (id: string): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroup: id });

describe("a panel", () => {
  it.each<[string, readonly PicturedRule[], readonly string[]]>([
    [
      "closes ssh from the world but for the office",
      [
        { rule: any(22), stands: "before" },
        { rule: tcp(22, "203.0.113.0/24"), stands: "after" },
        { rule: any(443), stands: "always" },
      ],
      ["tcp/22 | tcp/443", "any -203.0.113.0/24: closes stays", "203.0.113.0/24: stays stays"],
    ],
    [
      "says what larger stretches leave over",
      [
        { rule: any(), stands: "always" },
        { rule: ruleOf({ direction: "ingress", ipVersion: "IPv4", remote: "10.0.0.0/8" }), stands: "after" },
        { rule: tcp(22), stands: "always" },
      ],
      ["rest of all | rest of tcp | tcp/22", "any -10.0.0.0/8: refused stays stays", "10.0.0.0/8: opens stays stays"],
    ],
    [
      "has no row for a network that two halves are",
      [
        { rule: tcp(22, "10.0.0.0/8"), stands: "before" },
        { rule: tcp(22, "10.0.0.0/9"), stands: "after" },
        { rule: tcp(22, "10.128.0.0/9"), stands: "after" },
      ],
      ["tcp/22", "10.0.0.0/9: stays", "10.128.0.0/9: stays"],
    ],
    [
      "has a row for members of a group, which what is open to all is open to as well",
      [
        { rule: members("g"), stands: "after" },
        { rule: any(80), stands: "always" },
        { rule: tcp(22, "0.0.0.0/1"), stands: "always" },
        { rule: tcp(22, "128.0.0.0/1"), stands: "always" },
      ],
      [
        "rest of tcp | tcp/22 | tcp/80",
        "0.0.0.0/1: refused stays stays",
        "128.0.0.0/1: refused stays stays",
        "members of g: opens stays stays",
      ],
    ],
  ])("%s", (_what, rules, wanted) => {
    const { panels } = drawTraffic(rules);
    expect(panels.map(words)).toEqual([wanted]);
  });

  it("stands for each direction, IP version, address of the server and MAC address that rules tell apart", () => {
    const mac = "02:00:00:00:00:0a";
    const rules = [
      ruleOf({ direction: "ingress", protocol: "tcp", ipVersion: "IPv4" }),
      ruleOf({ direction: "ingress", protocol: "tcp", ipVersion: "IPv4", local: "10.0.0.1" }),
      ruleOf({ direction: "ingress", protocol: "udp", ipVersion: "IPv4", sourceMac: mac }),
      ruleOf({ direction: "egress", protocol: "tcp", ipVersion: "IPv6" }),
    ];
    const { panels } = drawTraffic(rules.map((rule) => ({ rule, stands: "always" })));
    expect(
      panels.map(({ direction, ipVersion, local, sourceMac, rules: own }) => [
        `${direction} ${ipVersion} ${local.network} ${sourceMac}`,
        own,
      ]),
    ).toEqual([
      ["ingress IPv4 any other", [0]],
      [`ingress IPv4 any ${mac}`, [0, 2]],
      ["ingress IPv4 10.0.0.1/32 other", [0, 1]],
      [`ingress IPv4 10.0.0.1/32 ${mac}`, [0, 1, 2]],
      ["egress IPv6 any other", [3]],
    ]);
  });

  it("is nothing without rules", () => {
    expect(drawTraffic([])).toEqual({ rules: [], panels: [] });
  });
});
