import { describe, expect, test } from "vitest";
import { problemsOf, readText, targets } from "./support/read.ts";

const id = "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab";
const withGroups = (groups: string): string => `${targets}groups:\n${groups}\n`;

describe("groups", () => {
  test("say no more than the document", () => {
    expect(readText(withGroups("  web: { on: lux }")).groups[0]?.desired).toEqual({
      ensure: "present",
      name: "web",
      rules: [],
      unlistedRules: "remove",
    });
  });

  test("carry all their fields", () => {
    const text = withGroups(
      `  web: { on: lux, name: Web 1, id: ${id}, description: '', tags: { a: b }, ensure: present, unlistedRules: fail }`,
    );
    expect(readText(text).groups[0]?.desired).toEqual({
      ensure: "present",
      name: "Web 1",
      id,
      description: "",
      tags: { a: "b" },
      rules: [],
      unlistedRules: "fail",
    });
  });

  test("that are to be absent have a name and an id only", () => {
    expect(readText(withGroups(`  web: { on: lux, ensure: absent, id: ${id} }`)).groups[0]?.desired).toEqual({
      ensure: "absent",
      name: "web",
      id,
    });
  });

  test("on several targets stand once for each, in the order of `on`", () => {
    expect(readText(withGroups("  web: { on: [lux, fra] }")).groups.map(({ target }) => target)).toEqual([
      "lux",
      "fra",
    ]);
  });

  test("of one name need the id of each of them", () => {
    expect(problemsOf(withGroups(`  a: { on: lux, id: ${id} }\n  b: { on: lux, name: a }`))).toEqual([
      'd.yaml:6:3 groups.b: is the group "a" on lux, and so is groups.a; make them one, or give both their id',
    ]);
  });

  test("have a name, because a rule that names none would mean everyone", () => {
    expect(problemsOf(withGroups('  "": { on: lux }\n  b: { on: lux, name: "" }'))).toEqual([
      'd.yaml:5:3 groups[""]: the key is empty, and a group needs a name; write one',
      "d.yaml:6:23 groups.b.name: is empty; write a value or remove the field",
    ]);
  });

  const wrong: readonly (readonly [groups: string, wanted: readonly string[]])[] = [
    [
      "  web: { description: x }",
      ["d.yaml:5:3 groups.web.on: is missing; write the name of a target or a list of names"],
    ],
    ["  web: { on: lxu }", ['d.yaml:5:14 groups.web.on: "lxu" is not a target of this document; did you mean lux?']],
    ["  web: { on: [lux, lux] }", ["d.yaml:5:20 groups.web.on[1]: the target lux is named twice; remove one of them"]],
    [
      "  web: { on: [] }",
      ["d.yaml:5:14 groups.web.on: is an empty list, which says nothing; name something or remove the field"],
    ],
    ["  web: { on: lux, ingres: [] }", ["d.yaml:5:19 groups.web.ingres: is not a known field; did you mean ingress?"]],
    [
      "  web: { on: lux, rules: [] }",
      ["d.yaml:5:19 groups.web.rules: is not a known field; write the rules under ingress and egress"],
    ],
    ["  web: { on: lux, ingress: }", ["d.yaml:5:28 groups.web.ingress: is empty; write a list, or remove the field"]],
    ["  web: { on: lux, ensure: gone }", ['d.yaml:5:27 groups.web.ensure: "gone" is not present or absent']],
    [
      "  web: { on: lux, unlistedRules: true }",
      ["d.yaml:5:34 groups.web.unlistedRules: is true, but must be remove or keep or fail"],
    ],
    [
      "  web: { on: lux, tags: { a: 1 } }",
      ['d.yaml:5:30 groups.web.tags.a: is the number 1, but must be text; put it in quotes: "1"'],
    ],
    ["  web: { on: lux, id: '' }", ["d.yaml:5:23 groups.web.id: is empty; write a value or remove the field"]],
    [
      `  web: { on: [lux, fra], id: ${id} }`,
      [
        "d.yaml:5:30 groups.web.id: an id belongs to one target, but the group is on several; make a group for each of them",
      ],
    ],
    [
      "  web: { on: lux, ensure: absent, ingress: [], tags: {} }",
      [
        "d.yaml:5:35 groups.web.ingress: a group that is to be absent has no ingress; remove it, or remove ensure: absent",
        "d.yaml:5:48 groups.web.tags: a group that is to be absent has no tags; remove it, or remove ensure: absent",
      ],
    ],
    [
      "  a: { on: [fra, lux] }\n  b: { on: lux, name: a }",
      ['d.yaml:6:3 groups.b: is the group "a" on lux, and so is groups.a; make them one, or give both their id'],
    ],
    [
      `  a: { on: lux, id: ${id} }\n  b: { on: lux, id: ${id.toUpperCase()} }`,
      ["d.yaml:6:21 groups.b.id: is the id of groups.a as well; make them one"],
    ],
  ];
  test.each(wrong)("%s", (groups, wanted) => {
    expect(problemsOf(withGroups(groups))).toEqual(wanted);
  });

  test.each([
    "  a: { on: fra }\n  b: { on: lux, name: a }",
    `  a: { on: lux, id: ${id} }\n  b: { on: lux, name: a, id: other }`,
  ])("are told apart by target or id: %s", (groups) => {
    expect(problemsOf(withGroups(groups))).toEqual([]);
  });
});

describe("a group at the other end of a rule", () => {
  const remote = (groups: string): unknown => {
    const desired = readText(withGroups(groups)).groups[0]?.desired;
    return desired?.ensure === "present" ? desired.rules[0]?.remote : undefined;
  };
  const from = (reference: string): string => `ingress: [{ allow: icmp, from: 'group:${reference}' }]`;

  test("is known by its name on the cloud", () => {
    expect(remote(`  a: { on: lux, ${from("b")} }\n  b: { on: [lux, fra], name: Bee }`)).toEqual({
      kind: "named-group",
      name: "Bee",
    });
  });

  test("is known by its id where the document says it, since its name may be about to change", () => {
    expect(remote(`  a: { on: lux, ${from("b")} }\n  b: { on: lux, id: ${id} }`)).toEqual({ kind: "group", id });
  });

  test("may be any group by id", () => {
    expect(remote(`  a: { on: lux, ${from(id)} }`)).toEqual({ kind: "group", id });
  });

  test("must be on every target of the rule", () => {
    expect(problemsOf(withGroups(`  a: { on: [lux, fra], ${from("b")} }\n  b: { on: lux }`))).toEqual([
      "d.yaml:5:55 groups.a.ingress[0].from: the group b is not on fra, where this is to hold; add it there, or name addresses instead",
    ]);
  });

  test("must not be absent, in the long form neither", () => {
    const groups = `  a: { on: lux, ${from("b")}, egress: [{ remote: 'group:b' }] }\n  b: { on: lux, ensure: absent }`;
    expect(problemsOf(withGroups(groups))).toEqual([
      "d.yaml:5:48 groups.a.ingress[0].from: the group b is to be absent, so no rule can name it; remove it here, or keep the group",
      "d.yaml:5:81 groups.a.egress[0].remote: the group b is to be absent, so no rule can name it; remove it here, or keep the group",
    ]);
  });
});

describe("what is said twice", () => {
  const text = withGroups(`  web:
    on: lux
    ingress:
      - { allow: ssh, from: any, description: first }
      - { allow: [tcp/22, tcp/23], from: [any, 10.0.0.0/8], description: second }
      - { allow: [http, tcp/80], from: 10.0.0.0/8 }`);

  test("is merged, the first description stands, and the rule's place is the first", () => {
    const [group] = readText(text).groups;
    const rules = group?.desired.ensure === "present" ? group.desired.rules : [];
    expect(rules).toHaveLength(7);
    expect(rules.filter(({ description }) => description === "first")).toHaveLength(2);
    expect([...(group?.rulePlaces.values() ?? [])].map(({ line }) => line)).toEqual([8, 8, 9, 9, 9, 9, 10]);
  });

  test("is known to be said by all its entries, each named once", () => {
    const [group] = readText(text).groups;
    expect([...(group?.ruleEntries ?? [])].map(([key, indexes]) => `${key} ${indexes.join()}`)).toEqual([
      "i4 tcp/22-22  0,1",
      "i6 tcp/22-22  0,1",
      "i4 tcp/22-22 10.0.0.0/8 1",
      "i4 tcp/23-23  1",
      "i6 tcp/23-23  1",
      "i4 tcp/23-23 10.0.0.0/8 1",
      "i4 tcp/80-80 10.0.0.0/8 2",
    ]);
  });

  test("is counted in its own list", () => {
    const both = withGroups(
      "  web: { on: lux, ingress: [{ allow: ssh, from: any }], egress: [{ allow: dns, to: any }, { allow: ssh, to: any }] }",
    );
    const entries = readText(both).groups[0]?.ruleEntries ?? [];
    expect([...entries].map(([key, indexes]) => [key.slice(0, 1), ...indexes])).toEqual([
      ["i", 0],
      ["i", 0],
      ["e", 0],
      ["e", 0],
      ["e", 0],
      ["e", 0],
      ["e", 1],
      ["e", 1],
    ]);
  });

  test("is noticed with both places, once for each pair of places", () => {
    expect(readText(text).notices).toEqual([
      {
        message:
          "groups.web.ingress[1] says again what groups.web.ingress[0] (d.yaml:8:9) says: ingress tcp/22 from any (IPv4) and 1 more; the first, with its description, stands",
        place: { file: "d.yaml", line: 9, column: 9, path: "groups.web.ingress[1]" },
        firstPlace: { file: "d.yaml", line: 8, column: 9, path: "groups.web.ingress[0]" },
      },
      {
        message:
          "groups.web.ingress[2] says the same more than once: ingress tcp/80 from 10.0.0.0/8 (IPv4); it is merged",
        place: { file: "d.yaml", line: 10, column: 9, path: "groups.web.ingress[2]" },
        firstPlace: { file: "d.yaml", line: 10, column: 9, path: "groups.web.ingress[2]" },
      },
    ]);
  });
});
