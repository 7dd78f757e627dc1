import { describe, expect, test } from "vitest";
import { firstRules, keysOf, problemsOf, targets, withEgress, withIngress } from "./support/read.ts";

const both = (key: string): readonly string[] => [`IPv4 ${key}`, `IPv6 ${key}`];
const officeSet = "addresses: { office: [10.0.0.0/8, fd00::/8], four: [10.1.0.0/16] }\n";
const id = "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab";

describe("a rule becomes its canonical rules", () => {
  const cases: readonly (readonly [rule: string, wanted: readonly string[]])[] = [
    ["{ allow: any, from: any }", both("any * * * any")],
    ["{ allow: tcp, from: any }", both("tcp * * * any")],
    ["{ allow: TCP/22, from: 10.0.0.7 }", ["IPv4 tcp 22-22 10.0.0.7/32 * any"]],
    ["{ allow: udp/8000-8100, from: 2001:DB8::/32 }", ["IPv6 udp 8000-8100 2001:db8::/32 * any"]],
    ["{ allow: tcp/1-65535, from: 0.0.0.0/0 }", ["IPv4 tcp * * * any"]],
    ["{ allow: icmp, from: any }", ["IPv4 icmp * * * any"]],
    ["{ allow: icmp/8, from: any }", ["IPv4 icmp 8.* * * any"]],
    ["{ allow: icmp/3.4, from: any }", ["IPv4 icmp 3.4 * * any"]],
    ["{ allow: ipv6-icmp/128, from: any }", ["IPv6 ipv6-icmp 128.* * * any"]],
    ["{ allow: esp, from: any }", both("esp * * * any")],
    ["{ allow: ssh, from: any }", both("tcp 22-22 * * any")],
    ["{ allow: https, from: '::/0' }", ["IPv6 tcp 443-443 * * any"]],
    ["{ allow: ping, from: any }", ["IPv4 icmp 8.* * * any", "IPv6 ipv6-icmp 128.* * * any"]],
    ["{ allow: ping, from: 10.0.0.0/8 }", ["IPv4 icmp 8.* 10.0.0.0/8 * any"]],
    ["{ allow: icmp/8, from: office }", ["IPv4 icmp 8.* 10.0.0.0/8 * any"]],
    ["{ allow: tcp/1, from: office }", ["IPv4 tcp 1-1 10.0.0.0/8 * any", "IPv6 tcp 1-1 fd00::/8 * any"]],
    [
      "{ allow: [tcp/1, icmp], from: [four, fd00::1] }",
      ["IPv4 tcp 1-1 10.1.0.0/16 * any", "IPv6 tcp 1-1 fd00::1/128 * any", "IPv4 icmp * 10.1.0.0/16 * any"],
    ],
    ["{ allow: tcp/1, from: group:web }", both('tcp 1-1 named "web" * any')],
    [`{ allow: icmp, from: 'group:${id.toUpperCase()}' }`, [`IPv4 icmp * group ${id} * any`]],
    ["{ protocol: tcp, ports: 22 }", both("tcp 22-22 * * any")],
    ["{ protocol: 6, ports: '22-23', ipVersion: IPv6 }", ["IPv6 tcp 22-23 * * any"]],
    ["{ protocol: udp, ports: { from: 1, to: 2 }, remote: 10.0.0.0/8 }", ["IPv4 udp 1-2 10.0.0.0/8 * any"]],
    ["{ protocol: udp, ports: all, remote: any, ipVersion: IPv4 }", ["IPv4 udp * * * any"]],
    ["{ protocol: icmp, icmp: { type: 8 } }", ["IPv4 icmp 8.* * * any"]],
    ["{ protocol: icmp, icmp: { type: 3, code: 0 }, ipVersion: IPv6 }", ["IPv6 ipv6-icmp 3.0 * * any"]],
    ["{ protocol: icmp, icmp: all, remote: 'fd00::/8' }", ["IPv6 ipv6-icmp * fd00::/8 * any"]],
    [
      "{ protocol: tcp, local: 10.0.0.5, sourceMac: 02-01-0A-0B-0C-0D }",
      ["IPv4 tcp * * 10.0.0.5/32 02:01:0a:0b:0c:0d"],
    ],
    ["{ protocol: tcp, remote: group:web, ipVersion: IPv4 }", ['IPv4 tcp * named "web" * any']],
    [`{ remote: group:${id}, ipVersion: IPv4 }`, [`IPv4 any * group ${id} * any`]],
  ];
  test.each(cases)("%s", (rule, wanted) => {
    expect(keysOf(withIngress(rule, officeSet))).toEqual(wanted);
  });

  test("egress takes `to`, and the rule says its direction and description", () => {
    expect(firstRules(withEgress("{ allow: dns, to: 10.0.0.53, description: resolver }"))).toMatchObject([
      { direction: "egress", protocol: "tcp", ports: { from: 53, to: 53 }, description: "resolver" },
      { direction: "egress", protocol: "udp", ports: { from: 53, to: 53 }, description: "resolver" },
    ]);
  });

  const builtIn: readonly (readonly [service: string, wanted: readonly string[]])[] = [
    ["ssh", ["tcp 22-22"]],
    ["http", ["tcp 80-80"]],
    ["https", ["tcp 443-443"]],
    ["dns", ["tcp 53-53", "udp 53-53"]],
    ["ntp", ["udp 123-123"]],
    ["rdp", ["tcp 3389-3389", "udp 3389-3389"]],
    ["smtp", ["tcp 25-25"]],
    ["postgres", ["tcp 5432-5432"]],
    ["mysql", ["tcp 3306-3306"]],
    ["redis", ["tcp 6379-6379"]],
    ["ping", ["icmp 8.*"]],
  ];
  test.each(builtIn)("the service %s is built in", (service, wanted) => {
    expect(keysOf(withIngress(`{ allow: ${service}, from: 10.0.0.0/8 }`))).toEqual(
      wanted.map((match) => `IPv4 ${match} 10.0.0.0/8 * any`),
    );
  });
});

describe("a rule that is wrong is said with its place", () => {
  const path = "groups.web.ingress[0]";
  const cases: readonly (readonly [rule: string, wanted: readonly string[]])[] = [
    [
      "{ allow: 22, from: any }",
      [`d.yaml:8:18 ${path}.allow: is the number 22; write tcp/22 for a port, or the name of a protocol or service`],
    ],
    [
      "{ allow: '22', from: any }",
      [`d.yaml:8:18 ${path}.allow: "22" does not name a protocol; write tcp/22 for a port, or the protocol's keyword`],
    ],
    [
      "{ allow: [ssh, 22, 23], from: any }",
      [
        `d.yaml:8:24 ${path}.allow[1]: is the number 22; write tcp/22 for a port, or the name of a protocol or service`,
        `d.yaml:8:28 ${path}.allow[2]: is the number 23; write tcp/23 for a port, or the name of a protocol or service`,
      ],
    ],
    [
      "{ allow: shs, from: any }",
      [`d.yaml:8:18 ${path}.allow: "shs" is not a protocol or a service that this document names; did you mean ssh?`],
    ],
    [
      "{ allow: tpc/22, from: any }",
      [`d.yaml:8:18 ${path}.allow: "tpc/22" names no known protocol; did you mean tcp?`],
    ],
    [
      "{ allow: tcp/22.3, from: any }",
      [`d.yaml:8:18 ${path}.allow: "tcp/22.3" is not right; write tcp/80 for a port or tcp/8000-8100 for a range`],
    ],
    [
      "{ allow: tcp/22/23, from: any }",
      [`d.yaml:8:18 ${path}.allow: "tcp/22/23" is not right; write tcp/80 for a port or tcp/8000-8100 for a range`],
    ],
    [
      "{ allow: icmp/8-9, from: any }",
      [`d.yaml:8:18 ${path}.allow: "icmp/8-9" is not right; write icmp/8 for a type or icmp/3.4 for a type and code`],
    ],
    [
      "{ allow: icmp/256, from: any }",
      [`d.yaml:8:18 ${path}.allow: "icmp/256" is not right: icmp.type 256 is not a whole number from 0 to 255`],
    ],
    [
      "{ allow: tcp/65536, from: any }",
      [`d.yaml:8:18 ${path}.allow: "tcp/65536" is not right: ports.from 65536 is not a whole number from 0 to 65535`],
    ],
    [
      "{ allow: tcp/9-1, from: any }",
      [`d.yaml:8:18 ${path}.allow: "tcp/9-1" is not right: ports.from 9 is greater than ports.to, which is 1`],
    ],
    [
      "{ allow: gre/1, from: any }",
      [`d.yaml:8:18 ${path}.allow: "gre/1" is not right, because gre has neither ports nor types; write gre`],
    ],
    [
      "{ allow: [], from: any }",
      [`d.yaml:8:18 ${path}.allow: is an empty list, which says nothing; name something or remove the field`],
    ],
    ["{ allow: ssh }", [`d.yaml:8:9 ${path}: has no from; write from: any to mean everyone`]],
    [
      "{ from: any }",
      [
        `d.yaml:8:9 ${path}: does not say what is allowed; write allow: any, or a protocol, a port such as tcp/443, or a service`,
      ],
    ],
    ["{ allow: ssh, to: any }", [`d.yaml:8:23 ${path}.to: ingress has no to; write from`]],
    ["{ allow: ssh, from: any, form: any }", [`d.yaml:8:34 ${path}.form: is not a known field; did you mean from?`]],
    [
      "{ allow: ssh, from: any, direction: egress }",
      [`d.yaml:8:34 ${path}.direction: is not a known field; the direction is that of the list, ingress or egress`],
    ],
    [
      "{ allow: ssh, from: any, ports: 22 }",
      [
        `d.yaml:8:34 ${path}.ports: belongs to the long form of a rule and does not go with allow; write either from and allow, or protocol, ports and remote`,
      ],
    ],
    [
      "{ protocol: tcp, from: any }",
      [`d.yaml:8:26 ${path}.from: belongs to the short form of a rule, with allow; in the long form write remote`],
    ],
    [
      "{ allow: ssh, from: 10.0.0.1/8 }",
      [
        `d.yaml:8:29 ${path}.from: "10.0.0.1/8" has host bits set; write 10.0.0.0/8 for the network or 10.0.0.1/32 for the one address`,
      ],
    ],
    [
      "{ allow: ssh, from: [any, 10.0.0.0/33] }",
      [`d.yaml:8:35 ${path}.from[1]: "10.0.0.0/33" is not an IPv4 or IPv6 address or CIDR`],
    ],
    [
      "{ allow: ssh, from: ofice }",
      [`d.yaml:8:29 ${path}.from: "ofice" is not an address, a CIDR, or an address set that this document names`],
    ],
    ["{ allow: ssh, from: web }", [`d.yaml:8:29 ${path}.from: "web" is a group, not an address set; write group:web`]],
    [
      "{ allow: ssh, from: group:wbe }",
      [
        `d.yaml:8:29 ${path}.from: "wbe" is neither a group of this document nor the id of a group, which is a UUID; did you mean web?`,
      ],
    ],
    [
      "{ allow: ssh, from: Any }",
      [`d.yaml:8:29 ${path}.from: "Any" is not an address; write any in the rule itself, or 0.0.0.0/0 and ::/0`],
    ],
    [
      "{ allow: icmp/8, from: 'fd00::/8' }",
      [
        `d.yaml:8:18 ${path}.allow: "icmp/8" exists on IPv4 only, and no address here is IPv4, so it would match nothing; remove it (ipv6-icmp is ICMP on IPv6)`,
      ],
    ],
    [
      "{ allow: [tcp, ipv6-icmp], from: [10.0.0.0/8] }",
      [
        `d.yaml:8:24 ${path}.allow[1]: "ipv6-icmp" exists on IPv6 only, and no address here is IPv6, so it would match nothing; remove it (icmp is ICMP on IPv4)`,
      ],
    ],
    [
      "{ allow: icmp, from: [10.0.0.0/8, 'fd00::/8'] }",
      [
        `d.yaml:8:43 ${path}.from[1]: "fd00::/8" is IPv6, and nothing under allow exists on IPv6, so it would match nothing; remove it`,
      ],
    ],
    [
      "{ allow: ssh, from: 8 }",
      [`d.yaml:8:29 ${path}.from: is the number 8, but must be text or a list; put it in quotes: "8"`],
    ],
    [
      "{ allow: ssh, from: any, description: 5 }",
      [`d.yaml:8:47 ${path}.description: is the number 5, but must be text; put it in quotes: "5"`],
    ],
    ["ssh", [`d.yaml:8:9 ${path}: is the text "ssh", but must be fields with values`]],
    [
      "{ protocol: tcp, ports: 1-x }",
      [`d.yaml:8:33 ${path}.ports: "1-x" is not right; write a port such as 80, a range such as "8000-8100", or all`],
    ],
    ["{ protocol: tcp, ports: { from: 5 } }", [`d.yaml:8:26 ${path}.ports.to: is missing; write a number`]],
    [
      "{ protocol: tcp, ports: { from: 5, to: 6, too: 7 } }",
      [`d.yaml:8:51 ${path}.ports.too: is not a known field; remove it`],
    ],
    [
      "{ protocol: tcp, ports: { from: 7, to: 6 } }",
      [`d.yaml:8:41 ${path}.ports.from: 7 is greater than ports.to, which is 6`],
    ],
    ["{ protocol: tcp, ports: 70000 }", [`d.yaml:8:33 ${path}.ports: 70000 is not a whole number from 0 to 65535`]],
    ["{ protocol: esp, ports: 7 }", [`d.yaml:8:33 ${path}.ports: esp has no ports`]],
    ["{ protocol: icmp, icmp: { code: 7 } }", [`d.yaml:8:27 ${path}.icmp.type: is missing; write a number`]],
    ["{ protocol: tcp, icmp: { type: 7 } }", [`d.yaml:8:32 ${path}.icmp: tcp has no ICMP type or code`]],
    ["{ protocol: tpc }", [`d.yaml:8:21 ${path}.protocol: "tpc" is not a known protocol`]],
    [
      "{ protocol: tcp, ipVersion: IPv5 }",
      [`d.yaml:8:37 ${path}.ipVersion: "IPv5" is not IPv4 or IPv6; did you mean IPv4?`],
    ],
    [
      "{ protocol: tcp, ipVersion: IPv4, remote: 'fd00::/8' }",
      [`d.yaml:8:37 ${path}.ipVersion: is IPv4, but the address is IPv6`],
    ],
    [
      "{ protocol: tcp, remote: 10.0.0.0/8, local: 'fd00::1' }",
      [`d.yaml:8:53 ${path}.local: is IPv6, but remote is IPv4`],
    ],
    [
      "{ protocol: tcp, remote: 10.0.0.1/8 }",
      [
        `d.yaml:8:34 ${path}.remote: "10.0.0.1/8" has host bits set; write 10.0.0.0/8 for the network or 10.0.0.1/32 for the one address`,
      ],
    ],
    [
      "{ protocol: tcp, sourceMac: 02:01 }",
      [`d.yaml:8:37 ${path}.sourceMac: "02:01" is not a MAC address such as 02:01:0a:0b:0c:0d`],
    ],
    [
      "{ description: x }",
      [
        `d.yaml:8:9 ${path}: does not say what is allowed; write allow: any, or a protocol, a port such as tcp/443, or a service`,
        `d.yaml:8:9 ${path}: has no from; write from: any to mean everyone`,
      ],
    ],
  ];
  test.each(cases)("%s", (rule, wanted) => {
    expect(problemsOf(withIngress(rule))).toEqual(wanted);
  });

  test("a set of addresses belongs to the short form", () => {
    expect(problemsOf(withIngress("{ protocol: tcp, remote: office }", officeSet))).toEqual([
      `d.yaml:9:34 ${path}.remote: "office" is an address set, which only the short form can name; write allow and from (or to), or one address`,
    ]);
  });

  test("`from` under egress says to use `to`", () => {
    expect(problemsOf(withEgress("{ allow: ssh, from: any }"))).toEqual([
      "d.yaml:8:23 groups.web.egress[0].from: egress has no from; write to",
    ]);
  });

  test("`to` missing under egress says how to mean everyone", () => {
    expect(problemsOf(withEgress("{ allow: ssh }"))).toEqual([
      "d.yaml:8:9 groups.web.egress[0]: has no to; write to: any to mean everyone",
    ]);
  });

  test("a product beyond all reason is refused rather than computed", () => {
    const ports = Array.from({ length: 200 }, (_, index) => `tcp/${index + 1}`).join(", ");
    const addresses = Array.from({ length: 200 }, (_, index) => `10.0.0.${index}`).join(", ");
    expect(problemsOf(withIngress(`{ allow: [${ports}], from: [${addresses}] }`))).toEqual([
      `d.yaml:8:9 ${path}: stands for more than 10000 rules, which no cloud takes; allow less at once`,
    ]);
  });

  test("every rule is checked, also in a group whose own fields are wrong", () => {
    const text = `${targets}groups:\n  web:\n    ingress:\n      - { allow: shs, from: any }\n      - { allow: ssh }\n`;
    expect(problemsOf(text)).toEqual([
      "d.yaml:5:3 groups.web.on: is missing; write the name of a target or a list of names",
      `d.yaml:7:18 groups.web.ingress[0].allow: "shs" is not a protocol or a service that this document names; did you mean ssh?`,
      "d.yaml:8:9 groups.web.ingress[1]: has no from; write from: any to mean everyone",
    ]);
  });
});
