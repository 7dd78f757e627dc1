import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describePacket, describeTrafficLine, findExposures, type Rule } from "../../src/index.ts";
import { anyRule, ruleOf } from "../support/arbitrary-rule.ts";
import { smallRule } from "../traffic/small-universe.ts";
import { ingress, tcp } from "./support.ts";

/** What was found, as `level id`. */
function found(rules: readonly Rule[]): readonly string[] {
  return findExposures(rules).map(({ id, level }) => `${level} ${id}`);
}

const ssh = "ssh-open-to-world";
const udp = (port: number, remote?: string): Rule =>
  ingress({ protocol: "udp", ports: { from: port, to: port }, remote });
const ipv6 = (remote: string, port = 22): Rule =>
  ruleOf({ direction: "ingress", ipVersion: "IPv6", protocol: "tcp", ports: { from: port, to: port }, remote });

describe("what is open to the internet", () => {
  it.each<[string, Rule[], string[]]>([
    ["nothing of no rules", [], []],
    ["SSH", [tcp("22")], [`error ${ssh}`]],
    ["SSH within a range", [tcp("20-30")], [`error ${ssh}`]],
    ["not what is beside SSH", [tcp("21"), tcp("23-79"), udp(22)], []],
    ["SSH on IPv6", [ipv6("::/0")], [`error ${ssh}`]],
    ["SSH from all public addresses of IPv6", [ipv6("2000::/3")], [`error ${ssh}`]],
    ["not SSH from other addresses of IPv6", [ipv6("fc00::/7"), ipv6("::/3"), ipv6("4000::/2")], []],
    ["SSH from two halves of the world", [tcp("22", "0.0.0.0/1"), tcp("22", "128.0.0.0/1")], [`error ${ssh}`]],
    ["SSH from half of the world", [tcp("22", "0.0.0.0/1")], [`warning ${ssh}`]],
    ["SSH from a 256th", [tcp("22", "8.0.0.0/8")], [`warning ${ssh}`]],
    ["not SSH from less", [tcp("22", "8.0.0.0/9"), tcp("22", "1.1.1.1")], []],
    ["SSH from many that are a 256th together", [tcp("22", "8.0.0.0/9"), tcp("22", "20.0.0.0/9")], [`warning ${ssh}`]],
    [
      "not SSH from private addresses",
      [
        tcp("22", "10.0.0.0/8"),
        tcp("22", "172.16.0.0/12"),
        tcp("22", "100.64.0.0/10"),
        tcp("22", "224.0.0.0/3"),
        tcp("22", "127.0.0.0/8"),
        tcp("22", "0.0.0.0/8"),
      ],
      [],
    ],
    ["not SSH from a group", [ingress({ protocol: "tcp", remoteGroup: "g" }), ingress({ remoteGroupName: "g" })], []],
    ["not SSH that leaves", [ruleOf({ direction: "egress", ipVersion: "IPv4" })], []],
    [
      "SSH to one local address",
      [ingress({ protocol: "tcp", ports: { from: 22, to: 22 }, local: "10.0.0.1" })],
      [`error ${ssh}`],
    ],
    ["RDP on both protocols", [tcp("3389"), udp(3389)], ["error rdp-open-to-world"]],
    ["RDP on UDP alone", [udp(3389)], ["error rdp-open-to-world"]],
    ["databases", [tcp("5432"), tcp("6379")], ["error database-open-to-world"]],
    ["Memcached on UDP", [udp(11_211)], ["error database-open-to-world"]],
    [
      "databases more and less",
      [tcp("5432"), tcp("6379", "8.0.0.0/7")],
      ["error database-open-to-world", "warning database-open-to-world"],
    ],
    [
      "all ports of TCP",
      [tcp(undefined, "8.0.0.0/8")],
      [
        `warning ${ssh}`,
        "warning rdp-open-to-world",
        "warning database-open-to-world",
        "warning all-ports-open-to-world",
      ],
    ],
    [
      "all ports, in parts",
      [tcp("0-21"), tcp("23-3388"), tcp("3390-65535"), tcp("22", "0.0.0.0/1"), tcp("3389"), tcp("22", "128.0.0.0/1")],
      [`error ${ssh}`, "error rdp-open-to-world", "error database-open-to-world", "error all-ports-open-to-world"],
    ],
    [
      "not all ports without one",
      [tcp("0-21"), tcp("23-1000", "8.0.0.0/8"), tcp("1001-1400"), tcp("22", "9.0.0.0/8")],
      [`warning ${ssh}`],
    ],
    [
      "not all ports when one is missing in between",
      [tcp("0-21"), tcp("23-65535")],
      ["error rdp-open-to-world", "error database-open-to-world"],
    ],
    [
      "all protocols",
      [ingress()],
      [`error ${ssh}`, "error rdp-open-to-world", "error database-open-to-world", "error all-ports-open-to-world"],
    ],
    [
      "nothing of other protocols",
      [ingress({ protocol: "icmp" }), ingress({ protocol: "esp" }), ingress({ protocol: "sctp" })],
      [],
    ],
  ])("%s", (_name, rules, wanted) => {
    expect(found(rules)).toEqual(wanted);
  });

  // All of IPv4 without the special blocks: 3,702,258,688 addresses, a 256th of which is 14,461,948.
  const part = 14_461_948;
  it.each<[string, Rule[], string[]]>([
    ["exactly a 256th is a large part", sshFrom(0x08_00_00_00, part), [`warning ${ssh}`]],
    ["one address less is not", sshFrom(0x08_00_00_00, part - 1), []],
    ["special addresses do not count", sshFrom(0x0a_00_00_00, 2 ** 24 + part - 1), []],
    ["those behind them do", sshFrom(0x0a_00_00_00, 2 ** 24 + part), [`warning ${ssh}`]],
    [
      "all but less than a 256th is the world",
      [
        tcp("22", "128.0.0.0/1"),
        ...sshFrom(0, 0x08_00_00_00),
        ...sshFrom(0x08_00_00_00 + part - 1, 0x78_00_00_00 - part + 1),
      ],
      [`error ${ssh}`],
    ],
    [
      "all but a 256th is not",
      [tcp("22", "128.0.0.0/1"), ...sshFrom(0, 0x08_00_00_00), ...sshFrom(0x08_00_00_00 + part, 0x78_00_00_00 - part)],
      [`warning ${ssh}`],
    ],
    ["a 256th of IPv6", [ipv6("2000::/11")], [`warning ${ssh}`]],
    ["less than that of IPv6", [ipv6("2000::/12")], []],
  ])("%s", (_name, rules, wanted) => {
    expect(found(rules)).toEqual(wanted);
  });

  it("names the rules that open it, what they open, and a packet", () => {
    const rules = [
      tcp("22", "10.0.0.0/8"),
      tcp("5000-6000"),
      tcp("5432", "8.8.8.8"),
      tcp("3306", "64.0.0.0/2"),
      ingress({ protocol: "tcp", remoteGroup: "g" }),
    ];
    const [postgres, mysql, ...others] = findExposures(rules);
    expect(others).toEqual([]);
    expect(postgres).toMatchObject({ level: "error", services: ["PostgreSQL", "CouchDB"], rules: [1] });
    expect(postgres?.lines.map((line) => describeTrafficLine(line))).toEqual(["tcp/5432, tcp/5984 from any (IPv4)"]);
    expect(postgres && describePacket(postgres.example)).toBe("tcp/5432 from 198.51.100.7");
    expect(mysql).toMatchObject({ level: "warning", services: ["MySQL"], rules: [3] });
    expect(mysql?.lines.map((line) => describeTrafficLine(line))).toEqual(["tcp/3306 from 64.0.0.0/2"]);
    expect(mysql && describePacket(mysql.example)).toBe("tcp/3306 from 64.0.0.0");
  });

  it("gives an example from a public address where private ones are open too", () => {
    const [exposure] = findExposures([tcp("22", "0.0.0.0/1")]);
    expect(exposure?.example.remote).toBe("1.0.0.0");
  });

  it("names of all ports only the rules that open all of them", () => {
    const all = findExposures([
      tcp("80"),
      tcp(undefined, "64.0.0.0/2"),
      tcp("0-1000", "8.0.0.0/8"),
      tcp("1001-65535", "8.0.0.0/8"),
    ]).find(({ id }) => id === "all-ports-open-to-world");
    expect(all).toMatchObject({ level: "warning", services: ["every TCP port"], rules: [1, 2, 3] });
  });
});

const rules = fc.array(fc.oneof(anyRule, smallRule), { maxLength: 8 });

describe("for any rules", () => {
  it("halves of a network count as the network", () => {
    fc.assert(
      fc.property(rules, (rules) => {
        const halved = rules.flatMap((rule): readonly Rule[] =>
          rule.remote.kind === "any" && rule.ipVersion === "IPv4" ? halves(rule) : [rule],
        );
        expect(found(halved)).toEqual(found(rules));
      }),
      { numRuns: 300 },
    );
  });

  it("a rule more never opens less of any service, and one from a group nothing", () => {
    /** What each service is exposed to; two levels of a question become one when the milder service catches up. */
    const levels = (rules: readonly Rule[]): ReadonlyMap<string, number> =>
      new Map(
        findExposures(rules).flatMap(({ id, level, services }) =>
          services.map((service) => [`${id} ${service}`, level === "error" ? 2 : 1]),
        ),
      );
    const halfOfAllAndTcp = [
      ingress({ ipVersion: "IPv4", remote: "0.0.0.0/1" }),
      ingress({ ipVersion: "IPv4", protocol: "tcp" }),
    ];
    const udpOnIpv6 = ruleOf({ direction: "ingress", ipVersion: "IPv6", protocol: "udp" });
    fc.assert(
      fc.property(rules, anyRule, (rules, more) => {
        const after = levels([...rules, more]);
        for (const [service, level] of levels(rules)) expect(after.get(service) ?? 0).toBeGreaterThanOrEqual(level);
        const group = { ...more, remote: { kind: "named-group", name: "g" } } satisfies Rule;
        expect(found([...rules, group])).toEqual(found(rules));
        expect(found(rules.toReversed())).toEqual(found(rules));
      }),
      { numRuns: 300, examples: [[halfOfAllAndTcp, udpOnIpv6]] },
    );
  });
});

function halves(rule: Rule): readonly Rule[] {
  return ["0.0.0.0/1", "128.0.0.0/1"].map((remote): Rule => ({ ...rule, remote: ingress({ remote }).remote }));
}

/** SSH from so many addresses, in networks as large as they can be. */
function sshFrom(first: number, count: number): Rule[] {
  const networks: Rule[] = [];
  for (let place = first; place < first + count;) {
    let size = 1;
    while (size < 2 ** 31 && place % (size * 2) === 0 && place + size * 2 <= first + count) size *= 2;
    const address = [24, 16, 8, 0].map((shift) => Math.floor(place / 2 ** shift) % 256).join(".");
    networks.push(tcp("22", `${address}/${32 - Math.log2(size)}`));
    place += size;
  }
  return networks;
}
