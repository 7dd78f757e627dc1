import { describe, expect, test } from "vitest";
import { keysOf, problemsOf, targets, withIngress } from "./support/read.ts";

describe("named sets", () => {
  test("may name each other, in any order, and hold each member once", () => {
    const sets =
      "addresses: { all: [a, b, a], a: [b, 10.0.0.1], b: [10.0.0.2/32, 10.0.0.2] }\nservices: { x: [y, ssh], y: [udp/1, ssh] }\n";
    expect(keysOf(withIngress("{ allow: x, from: all }", sets))).toEqual([
      "IPv4 udp 1-1 10.0.0.2/32 * any",
      "IPv4 udp 1-1 10.0.0.1/32 * any",
      "IPv4 tcp 22-22 10.0.0.2/32 * any",
      "IPv4 tcp 22-22 10.0.0.1/32 * any",
    ]);
  });

  test("a set with all addresses of one version is that version", () => {
    expect(keysOf(withIngress("{ allow: tcp, from: a }", "addresses: { a: ['::/0'] }\n"))).toEqual([
      "IPv6 tcp * * * any",
    ]);
  });

  const cases: readonly (readonly [sets: string, wanted: readonly string[]])[] = [
    [
      "addresses: { a: [b], b: [c], c: [a] }",
      ["d.yaml:4:34 addresses.c[0]: the names go round in a circle: a → b → c → a; remove one of them"],
    ],
    [
      "addresses: { a: [a] }",
      ["d.yaml:4:18 addresses.a[0]: the names go round in a circle: a → a; remove one of them"],
    ],
    [
      "services: { x: [y], y: [x] }",
      ["d.yaml:4:25 services.y[0]: the names go round in a circle: x → y → x; remove one of them"],
    ],
    [
      "addresses: { office: [10.0.0.1], b: [offices] }",
      [
        'd.yaml:4:38 addresses.b[0]: "offices" is not an address, a CIDR, or an address set that this document names; did you mean office?',
      ],
    ],
    [
      "services: { x: [htp] }",
      ['d.yaml:4:17 services.x[0]: "htp" is not a protocol or a service that this document names; did you mean http?'],
    ],
    [
      "addresses: { a: [10.0.0.256] }",
      ['d.yaml:4:18 addresses.a[0]: "10.0.0.256" is not an IPv4 or IPv6 address or CIDR'],
    ],
    [
      "addresses: { a: [10.0.0.1-10.0.0.9] }",
      ['d.yaml:4:18 addresses.a[0]: "10.0.0.1-10.0.0.9" is not an IPv4 or IPv6 address or CIDR'],
    ],
    [
      "addresses: { a: [any] }",
      ['d.yaml:4:18 addresses.a[0]: "any" is not an address; write any in the rule itself, or 0.0.0.0/0 and ::/0'],
    ],
    [
      "addresses: { a: ['group:web'] }",
      [
        'd.yaml:4:18 addresses.a[0]: "group:web" is a group, but only addresses are meant here; name the group in the rule',
      ],
    ],
    ["addresses: { a: 10.0.0.1 }", ['d.yaml:4:17 addresses.a: is the text "10.0.0.1", but must be a list']],
    [
      "addresses: { a: [] }",
      ["d.yaml:4:17 addresses.a: is an empty list, which says nothing; name something or remove the field"],
    ],
    [
      "addresses: { a: [1, 10.0.0.300] }",
      [
        'd.yaml:4:18 addresses.a[0]: is the number 1, but must be text; put it in quotes: "1"',
        'd.yaml:4:21 addresses.a[1]: "10.0.0.300" is not an IPv4 or IPv6 address or CIDR',
      ],
    ],
    [
      "services: { x: [80] }",
      ["d.yaml:4:17 services.x[0]: is the number 80; write tcp/80 for a port, or the name of a protocol or service"],
    ],
    [
      "addresses: { 10.0.0.1: [10.0.0.1] }",
      ['d.yaml:4:14 addresses["10.0.0.1"]: the name of an address set must not look like an address; rename the set'],
    ],
    ["addresses: { Any: [10.0.0.1] }", ['d.yaml:4:14 addresses.Any: "Any" cannot name an address set; rename the set']],
    [
      "addresses: { 'a group:b': [10.0.0.1] }",
      [
        'd.yaml:4:14 addresses["a group:b"]: the name of an address set must not contain group:, which names a security group; rename the set',
      ],
    ],
    ["services: { ssh: [tcp/2222] }", ["d.yaml:4:13 services.ssh: ssh is built in as tcp/22; use another name"]],
    [
      "services: { TCP: [tcp/2222] }",
      ["d.yaml:4:13 services.TCP: TCP is a protocol and cannot name a service; use another name"],
    ],
    [
      "services: { any: [tcp/2222] }",
      ["d.yaml:4:13 services.any: any is a protocol and cannot name a service; use another name"],
    ],
    ["services: { 22: [tcp/2222] }", ['d.yaml:4:13 services.22: "22" cannot name a service; use a word']],
    [
      "services: { a/b: [tcp/2222] }",
      ['d.yaml:4:13 services["a/b"]: the name of a service must not contain a slash; use another name'],
    ],
  ];
  test.each(cases)("%s", (sets, wanted) => {
    expect(problemsOf(`${targets}${sets}\n`)).toEqual(wanted);
  });

  test("a set that is wrong is reported once, not where it is used", () => {
    const sets = "addresses: { a: [10.0.0.256], b: [a] }\nservices: { x: [tpc/1] }\n";
    expect(problemsOf(withIngress("{ allow: x, from: [a, b] }", sets))).toHaveLength(2);
  });

  test("a chain of names without end is refused, not followed to its end", () => {
    const sets = Array.from({ length: 4_000 }, (_, index) => `  a${index}: [a${index + 1}]`).join("\n");
    expect(problemsOf(`${targets}addresses:\n${sets}\n`).join("\n")).toContain("more than 100 names lead here");
  });

  test("sets that double at every step stay small", () => {
    const sets = Array.from({ length: 40 }, (_, index) => `  a${index}: [a${index + 1}, a${index + 1}]`).join("\n");
    expect(keysOf(withIngress("{ allow: tcp, from: a0 }", `addresses:\n${sets}\n  a40: [10.0.0.1]\n`))).toEqual([
      "IPv4 tcp * 10.0.0.1/32 * any",
    ]);
  });
});
