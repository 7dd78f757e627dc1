import { describe, expect, test } from "vitest";
import type { PlacedGuardrail } from "../src/index.ts";
import { problemsOf, readText, targets, textOf } from "./support/read.ts";

const id = "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab";
const before = `${targets}addresses: { office: [10.0.0.0/8, 2001:db8::/48], core: [10.1.0.0/16] }
services: { admin: [ssh, icmp] }
groups:
  web: { on: [fra, lux], name: Web }
  db: { on: lux, id: ${id} }
  old: { on: fra, ensure: absent }
`;

/** A document with one guardrail, on line 11 from column 5. */
const withGuardrail = (guardrail: string): string => `${before}guardrails:\n  - ${guardrail}\n`;
const read = (guardrail: string): readonly PlacedGuardrail[] => readText(withGuardrail(guardrail)).guardrails;
const rulesOf = (guardrail: string): readonly string[] => read(guardrail)[0]?.guardrail.rules.map(textOf) ?? [];
const exceptOf = (guardrail: string): readonly string[] => read(guardrail)[0]?.guardrail.except.map(textOf) ?? [];
const aboutOf = (guardrail: string): unknown =>
  read(guardrail).map(({ target, guardrail: { groups } }) => [target, groups]);

describe("a guardrail", () => {
  test("is read as a rule is, with services, named sets and both IP versions", () => {
    expect(rulesOf("always: { allow: [admin, tcp/80], from: [office, 10.0.0.1], in: web }")).toEqual([
      "IPv4 tcp 22-22 10.0.0.0/8 * any",
      "IPv6 tcp 22-22 2001:db8::/48 * any",
      "IPv4 icmp * 10.0.0.0/8 * any",
      "IPv4 tcp 22-22 10.0.0.1/32 * any",
      "IPv4 icmp * 10.0.0.1/32 * any",
      "IPv4 tcp 80-80 10.0.0.0/8 * any",
      "IPv6 tcp 80-80 2001:db8::/48 * any",
      "IPv4 tcp 80-80 10.0.0.1/32 * any",
    ]);
    expect(rulesOf("never: { allow: any, to: any }")).toEqual(["IPv4 any * * * any", "IPv6 any * * * any"]);
  });

  test("is about ingress with from and about egress with to, its exceptions too", () => {
    const directions = (guardrail: string): unknown =>
      read(guardrail).map(({ guardrail: { rules, except } }) =>
        [...rules, ...except].map(({ direction }) => direction),
      );
    expect(directions("never: { allow: tcp, from: 10.0.0.0/8, except: 10.0.0.1, in: db }")).toEqual([
      ["ingress", "ingress"],
    ]);
    expect(directions("never: { allow: tcp, to: 10.0.0.0/8, except: 10.0.0.1, in: db }")).toEqual([
      ["egress", "egress"],
    ]);
  });

  test("stands on each target that its groups are on, with those that are there", () => {
    expect(aboutOf("always: { allow: ssh, from: any, in: db }")).toEqual([["lux", ["db"]]]);
    expect(aboutOf("always: { allow: ssh, from: any, in: [db, web] }")).toEqual([
      ["lux", ["db", "web"]],
      ["fra", ["web"]],
    ]);
    expect(aboutOf("never: { allow: ssh, from: any, in: [old, web] }")).toEqual([
      ["fra", ["old", "web"]],
      ["lux", ["web"]],
    ]);
  });

  test("that names no groups is about all of them, on every target that has one", () => {
    expect(aboutOf("never: { allow: ssh, from: any }")).toEqual([
      ["fra", undefined],
      ["lux", undefined],
    ]);
    expect(
      readText(`${targets}groups: { a: { on: fra } }\nguardrails: [never: { allow: ssh, from: any }]\n`).guardrails.map(
        ({ target }) => target,
      ),
    ).toEqual(["fra"]);
  });

  test("names groups as they are known on the cloud", () => {
    expect(rulesOf("always: { allow: esp, from: [group:web, group:db], in: db }")).toEqual([
      'IPv4 esp * named "Web" * any',
      'IPv6 esp * named "Web" * any',
      `IPv4 esp * group ${id} * any`,
      `IPv6 esp * group ${id} * any`,
    ]);
    expect(exceptOf("never: { allow: esp, from: any, except: group:web }")).toEqual([
      'IPv4 esp * named "Web" * any',
      'IPv6 esp * named "Web" * any',
    ]);
  });

  test("excepts the same from elsewhere, as far as it exists there", () => {
    expect(exceptOf("never: { allow: admin, from: any, except: [office, core] }")).toEqual([
      "IPv4 tcp 22-22 10.0.0.0/8 * any",
      "IPv6 tcp 22-22 2001:db8::/48 * any",
      "IPv4 icmp * 10.0.0.0/8 * any",
      "IPv4 tcp 22-22 10.1.0.0/16 * any",
      "IPv4 icmp * 10.1.0.0/16 * any",
    ]);
    expect(exceptOf("always: { allow: ssh, from: any, in: web }")).toEqual([]);
  });

  test("says where it stands", () => {
    expect(read("never: { allow: ssh, from: any }")[0]?.guardrail.place).toEqual({
      file: "d.yaml",
      line: 11,
      column: 5,
      path: "guardrails[0]",
    });
  });

  test("need not be there", () => {
    expect(readText(before).guardrails).toEqual([]);
    expect(readText(`${before}guardrails: []\n`).guardrails).toEqual([]);
  });

  const wrong: readonly (readonly [guardrail: string, wanted: readonly string[]])[] = [
    ["{}", ["d.yaml:11:5 guardrails[0]: says neither always nor never; write one of them"]],
    [
      "{ always: { allow: ssh, from: any, in: web }, never: { allow: ssh, from: any } }",
      ["d.yaml:11:5 guardrails[0]: says both always and never; make two guardrails"],
    ],
    [
      "alway: { allow: ssh, from: any, in: web }",
      [
        "d.yaml:11:5 guardrails[0].alway: is not a known field; did you mean always?",
        "d.yaml:11:5 guardrails[0]: says neither always nor never; write one of them",
      ],
    ],
    ["never", ['d.yaml:11:5 guardrails[0]: is the text "never", but must be fields with values']],
    ["never:", ["d.yaml:11:11 guardrails[0].never: is empty; write fields with values, or remove the field"]],
    [
      "never: { allow: ssh, from: any, exept: office }",
      ["d.yaml:11:37 guardrails[0].never.exept: is not a known field; did you mean except?"],
    ],
    [
      "always: { allow: ssh, from: any, in: web, except: office }",
      [
        "d.yaml:11:47 guardrails[0].always.except: belongs to never only; remove it, and write the addresses under from or to",
      ],
    ],
    [
      "always: { allow: ssh, from: any }",
      [
        "d.yaml:11:13 guardrails[0].always: does not say which groups must allow it; write in: with the key of a group or a list of keys",
      ],
    ],
    [
      "never: { allow: ssh, from: any, to: any }",
      ["d.yaml:11:12 guardrails[0].never: says both from and to; make two guardrails"],
    ],
    [
      "never: { allow: ssh }",
      [
        "d.yaml:11:12 guardrails[0].never: has neither from nor to; write from for traffic that reaches the groups, to for traffic that leaves them",
      ],
    ],
    [
      "never: { from: any }",
      [
        "d.yaml:11:12 guardrails[0].never: does not say which traffic; write allow: any, or a protocol, a port such as tcp/443, or a service",
      ],
    ],
    [
      "never: { allow: 22, from: any }",
      [
        "d.yaml:11:21 guardrails[0].never.allow: is the number 22; write tcp/22 for a port, or the name of a protocol or service",
      ],
    ],
    [
      "never: { allow: [], from: [], except: [], in: [] }",
      [
        "d.yaml:11:21 guardrails[0].never.allow: is an empty list, which says nothing; name something or remove the field",
        "d.yaml:11:31 guardrails[0].never.from: is an empty list, which says nothing; name something or remove the field",
        "d.yaml:11:43 guardrails[0].never.except: is an empty list, which says nothing; name something or remove the field",
        "d.yaml:11:51 guardrails[0].never.in: is an empty list, which says nothing; name something or remove the field",
      ],
    ],
    [
      "always: { allow: ssh, from: any, in: wbe }",
      ['d.yaml:11:42 guardrails[0].always.in: "wbe" is not the key of a group of this document; did you mean web?'],
    ],
    [
      "never: { allow: ssh, from: any, in: [web, web] }",
      ["d.yaml:11:47 guardrails[0].never.in[1]: the group web is named twice; remove one of them"],
    ],
    [
      "always: { allow: ssh, from: any, in: [web, old] }",
      [
        "d.yaml:11:48 guardrails[0].always.in[1]: the group old is to be absent, so it can allow nothing; remove it here, or keep the group",
      ],
    ],
    [
      "never: { allow: shs, from: offic, except: [cor, group:wbe] }",
      [
        'd.yaml:11:21 guardrails[0].never.allow: "shs" is not a protocol or a service that this document names; did you mean ssh?',
        'd.yaml:11:32 guardrails[0].never.from: "offic" is not an address, a CIDR, or an address set that this document names; did you mean office?',
        'd.yaml:11:48 guardrails[0].never.except[0]: "cor" is not an address, a CIDR, or an address set that this document names; did you mean core?',
        'd.yaml:11:53 guardrails[0].never.except[1]: "wbe" is neither a group of this document nor the id of a group, which is a UUID; did you mean web?',
      ],
    ],
    [
      "never: { allow: ssh, from: group:db, in: web }",
      [
        "d.yaml:11:32 guardrails[0].never.from: the group db is not on fra, where this is to hold; add it there, or name addresses instead",
      ],
    ],
    [
      "never: { allow: icmp, from: any, except: [core, '2001:db8::1'] }",
      [
        'd.yaml:11:53 guardrails[0].never.except[1]: "2001:db8::1" is IPv6, and nothing under allow exists on IPv6, so it would match nothing; remove it',
      ],
    ],
    [
      "never: { allow: icmp, from: '2001:db8::1' }",
      [
        'd.yaml:11:21 guardrails[0].never.allow: "icmp" exists on IPv4 only, and no address here is IPv4, so it would match nothing; remove it (ipv6-icmp is ICMP on IPv6)',
      ],
    ],
    [
      "always: { allow: ssh, from: 10.0.0.1/8, in: web }",
      [
        'd.yaml:11:33 guardrails[0].always.from: "10.0.0.1/8" has host bits set; write 10.0.0.0/8 for the network or 10.0.0.1/32 for the one address',
      ],
    ],
  ];
  test.each(wrong)("%s", (guardrail, wanted) => {
    expect(problemsOf(withGuardrail(guardrail))).toEqual(wanted);
  });

  const emptied = [
    "{ allow: ssh, from: office, except: any }",
    "{ allow: ssh, from: any, except: any }",
    "{ allow: [ssh, icmp], from: [10.0.0.1, core], except: office }",
    "{ allow: ssh, from: any, except: [0.0.0.0/0, '::/0'] }",
    "{ allow: ssh, from: group:web, except: [office, group:web] }",
    "{ allow: icmp, from: any, except: 0.0.0.0/0 }",
    "{ allow: icmp, from: any, except: [0.0.0.0/1, 128.0.0.0/1] }",
  ];
  test.each(emptied)("never %s would forbid nothing", (never) => {
    expect(problemsOf(withGuardrail(`never: ${never}`))).toEqual([
      expect.stringMatching(
        /^d\.yaml:11:\d+ guardrails\[0\]\.never\.except: takes out all that the guardrail forbids; name less, or remove the guardrail$/,
      ),
    ]);
  });

  const left = [
    "{ allow: ssh, from: office, except: core }",
    "{ allow: ssh, from: office, except: 10.0.0.0/8 }",
    "{ allow: ssh, from: any, except: 0.0.0.0/0 }",
    "{ allow: icmp, from: any, except: [0.0.0.0/1, 128.0.0.0/2] }",
    "{ allow: icmp, from: any, except: group:web }",
    "{ allow: ssh, from: 10.0.0.0/7, except: office }",
    "{ allow: ssh, from: [group:web, group:db], except: [office, group:db], in: db }",
    "{ allow: ssh, from: group:web, except: office }",
  ];
  test.each(left)("never %s still forbids something", (never) => {
    expect(problemsOf(withGuardrail(`never: ${never}`))).toEqual([]);
  });

  test("of a group that is wrong brings no further problem", () => {
    const text = `${targets}groups: { a: { on: lxu } }\nguardrails: [always: { allow: ssh, from: group:a, in: a }]\n`;
    expect(problemsOf(text)).toEqual([expect.stringContaining("did you mean lux?")]);
  });
});
