import { SecurityGroupError } from "@secgroup/core";
import { describe, expect, test } from "vitest";
import { editRules, InvalidDocumentError, type RuleEntry } from "../src/index.ts";
import { firstRules, readText, targets } from "./support/read.ts";

const http: RuleEntry = { allow: "http", from: "any" };
const dns: RuleEntry = { allow: ["tcp/53", "udp/53"], from: ["10.0.0.0/8", "::/0"], description: "a: #b" };
const long: RuleEntry = { ipVersion: "IPv4", protocol: "tcp", ports: { from: 1, to: 2 }, local: "10.0.0.1" };

/** The text after entries of `ingress` of the group `web` have been put in place of others. */
function edit(text: string, entries: Readonly<Record<number, readonly RuleEntry[]>>): string {
  const changes = Object.entries(entries).map(([index, written]) => [Number(index), written] as const);
  return editRules(text, [{ group: "web", direction: "ingress", entries: new Map(changes) }]);
}

const block = (list: string): string => `${targets}groups:
  web: # the web
    on: lux
    ingress: # in
${list}
    egress: []   # nothing
# end
`;

describe("a list with dashes", () => {
  const list = `      # first
      - { allow: ssh,   from: any } # ssh

      # second, in
      # two lines
      - allow: http # why
        from: any   # who

      - { "allow": "https", 'from': any }
      # the end`;
  const cases: readonly (readonly [string, Readonly<Record<number, readonly RuleEntry[]>>, string])[] = [
    ["nothing", {}, list],
    [
      "the first deleted",
      { 0: [] },
      `
      # second, in
      # two lines
      - allow: http # why
        from: any   # who

      - { "allow": "https", 'from': any }
      # the end`,
    ],
    [
      "one between deleted",
      { 1: [] },
      `      # first
      - { allow: ssh,   from: any } # ssh


      - { "allow": "https", 'from': any }
      # the end`,
    ],
    [
      "the last deleted",
      { 2: [] },
      `      # first
      - { allow: ssh,   from: any } # ssh

      # second, in
      # two lines
      - allow: http # why
        from: any   # who

      # the end`,
    ],
    [
      "two replaced",
      { 0: [http], 1: [long] },
      `      # first
      - { allow: http, from: any } # ssh

      # second, in
      # two lines
      - { ipVersion: IPv4, protocol: tcp, ports: { from: 1, to: 2 }, local: 10.0.0.1 }   # who

      - { "allow": "https", 'from': any }
      # the end`,
    ],
    [
      "one replaced by two and one deleted",
      { 0: [dns, http], 1: [] },
      `      # first
      - { allow: [ tcp/53, udp/53 ], from: [ 10.0.0.0/8, ::/0 ], description: "a: #b" } # ssh
      - { allow: http, from: any }


      - { "allow": "https", 'from': any }
      # the end`,
    ],
    [
      "JSON replaced",
      { 2: [dns] },
      list.replace(
        `{ "allow": "https", 'from': any }`,
        `{ "allow": [ "tcp/53", "udp/53" ], "from": [ "10.0.0.0/8", "::/0" ], "description": "a: #b" }`,
      ),
    ],
  ];
  test.each(cases)("%s", (_, entries, wanted) => {
    expect(edit(block(list), entries)).toBe(block(wanted));
  });

  test("becomes [] when nothing is left, and keeps the comments that belong to no entry", () => {
    expect(edit(block(list), { 0: [], 1: [], 2: [] })).toBe(
      block("\n\n      # the end").replace("ingress: # in", "ingress: [] # in"),
    );
  });

  test("may be as little indented as its key, and end without a line break", () => {
    const text = `${targets}groups:\n  web:\n    on: lux\n    ingress:\n    - { allow: ssh, from: any }\n    # b\n    - { allow: dns, from: any }`;
    const head = text.slice(0, text.indexOf("    - "));
    expect(edit(text, { 0: [] })).toBe(`${head}    # b\n    - { allow: dns, from: any }`);
    expect(edit(text, { 1: [] })).toBe(`${head}    - { allow: ssh, from: any }\n`);
    expect(edit(text, { 1: [http, http] })).toBe(
      `${text.slice(0, text.lastIndexOf("{"))}{ allow: http, from: any }\n    - { allow: http, from: any }`,
    );
    expect(edit(text, { 0: [], 1: [] })).toBe(`${head.slice(0, -1)} []\n`);
  });

  test("keeps the line breaks of Windows", () => {
    const text = block(list).replaceAll("\n", "\r\n");
    expect(edit(text, { 0: [http, http], 1: [] })).toBe(
      block(`      # first
      - { allow: http, from: any } # ssh
      - { allow: http, from: any }


      - { "allow": "https", 'from': any }
      # the end`).replaceAll("\n", "\r\n"),
    );
  });

  test("keeps comments of other indents, which belong to what is before", () => {
    const text = block(`      - allow: ssh
        from: any
        # of the first
      - allow: http
        from: any
    # of the group
      - allow: dns
        from: any`);
    expect(edit(text, { 1: [], 2: [] })).toBe(
      block(`      - allow: ssh
        from: any
        # of the first
    # of the group`),
    );
  });

  test("may have texts that end in what only JavaScript takes for a blank", () => {
    const text = block(`      - allow: ssh
        from: any
        description: a\u2028
      - allow: http
        from: any
        description: \u00a0`);
    const entry = { ...http, description: "b\u2028" };
    expect(edit(text, { 0: [entry], 1: [entry] })).toBe(
      block(`      - { allow: http, from: any, description: b\u2028 }
      - { allow: http, from: any, description: b\u2028 }`),
    );
  });

  test("may have texts over many lines", () => {
    const text = block(`      - allow: ssh
        from: any
        description: |
          - { a }
          # b

      - description: >-
          folded
          text
        allow: ssh
        from:
          any
      -
        allow:
          - dns
          # and
          - http
        from: any`);
    expect(edit(text, { 1: [], 2: [http] })).toBe(
      block(`      - allow: ssh
        from: any
        description: |
          - { a }
          # b

      -
        { allow: http, from: any }`),
    );
    expect(edit(text, { 0: [], 1: [http] })).toBe(
      block(`
      - { allow: http, from: any }
      -
        allow:
          - dns
          # and
          - http
        from: any`),
    );
  });
});

describe("a text that keeps the blank lines after it", () => {
  const kept = (first: string): string =>
    block(`${first}      - allow: http
        from: any
        description: |+
          b

      - { allow: https, from: any }`);
  const ssh = `      - allow: ssh
        from: any
        description: |+
          a

`;

  test("goes with them", () => {
    expect(edit(kept(ssh), { 0: [] })).toBe(kept(""));
  });

  test("leaves its own when the next entry goes", () => {
    expect(edit(kept(ssh), { 1: [] })).toBe(block(`${ssh}      - { allow: https, from: any }`));
  });

  test("makes room for another entry", () => {
    expect(edit(kept(ssh), { 1: [http] })).toBe(
      block(`${ssh}      - { allow: http, from: any }\n      - { allow: https, from: any }`),
    );
    expect(edit(kept(ssh), { 1: [http, dns] })).toContain("- { allow: http, from: any }\n      - { allow:");
  });
});

describe("a list in brackets", () => {
  const flow = (list: string): string => block("").replace("ingress: # in\n\n", `ingress: ${list}\n`);
  const cases: readonly (readonly [string, Readonly<Record<number, readonly RuleEntry[]>>, string])[] = [
    ["[ {allow: ssh, from: any}, {allow: dns, from: any} ]", { 0: [] }, "[ {allow: dns, from: any} ]"],
    ["[ {allow: ssh, from: any}, {allow: dns, from: any} ] # x", { 1: [] }, "[ {allow: ssh, from: any} ] # x"],
    ["[ {allow: ssh, from: any}, {allow: dns, from: any}, ]", { 1: [] }, "[ {allow: ssh, from: any}, ]"],
    ["[ {allow: ssh, from: any}, {allow: dns, from: any} ] # x", { 0: [], 1: [] }, "[] # x"],
    [
      "[{allow: ssh, from: any},{allow: dns, from: any},protocol: udp]",
      { 1: [] },
      "[{allow: ssh, from: any},protocol: udp]",
    ],
    ["[{allow: ssh, from: any},{allow: dns, from: any},protocol: udp]", { 1: [], 2: [] }, "[{allow: ssh, from: any}]"],
    [
      "[{allow: ssh, from: any},{allow: dns, from: any}]",
      { 0: [http, http], 1: [] },
      "[{ allow: http, from: any }, { allow: http, from: any }]",
    ],
    [
      "[ &a {allow: ssh, from: any}, &b { allow: dns, from: any}, &c {allow: http, from: any} ]",
      { 0: [], 1: [http], 2: [] },
      "[ &b { allow: http, from: any } ]",
    ],
    [
      "[ {allow: ssh, from: any}, {allow: dns, from: any}, # x\n      {allow: http, from: any} ]",
      { 1: [] },
      "[ {allow: ssh, from: any}, # x\n      {allow: http, from: any} ]",
    ],
    [
      "[ {allow: ssh, from: any}, # x\n      {allow: dns, from: any} ]",
      { 1: [] },
      "[ {allow: ssh, from: any} # x\n      ]",
    ],
    ["[{'allow': ssh, from: any}]", { 0: [http] }, "[{ allow: http, from: any }]"],
    [
      `[
      # ssh
      { allow: ssh, from: any }, # ssh
      # dns
      { allow: dns, from: any }, # dns

      # http
      { allow: http, from: any } # http
    ]`,
      { 0: [], 2: [] },
      `[
      # dns
      { allow: dns, from: any } # dns

    ]`,
    ],
    [
      `[
      # ssh
      { allow: ssh, from: any }, # ssh
      { allow: dns, from: any },
    ]`,
      { 0: [http, long] },
      `[
      # ssh
      { allow: http, from: any },
      { ipVersion: IPv4, protocol: tcp, ports: { from: 1, to: 2 }, local: 10.0.0.1 }, # ssh
      { allow: dns, from: any },
    ]`,
    ],
    [
      `[ { allow: ssh, from: any }
      , { allow: dns, from: any } # dns
      , { allow: http, from: any } ]`,
      { 1: [] },
      `[ { allow: ssh, from: any }
      , { allow: http, from: any } ]`,
    ],
  ];
  test.each(cases)("%s", (list, entries, wanted) => {
    expect(edit(flow(list), entries)).toBe(flow(wanted));
  });
});

describe("JSON", () => {
  const value = {
    targets: { lux: { cloud: "gcore", project: 1, region: 2 } },
    groups: {
      web: {
        on: "lux",
        ingress: [
          { allow: "ssh", from: "any" },
          { allow: ["dns"], from: "any", description: "}, ]" },
          { protocol: "udp", ports: 1 },
        ],
      },
    },
  };
  const ingress = value.groups.web.ingress;
  test.each([0, 1, 2, 3])("stays JSON, indented by %i", (indent) => {
    const text = JSON.stringify(value, undefined, indent);
    for (let deleted = 0; deleted < 8; deleted++) {
      const entries = Object.fromEntries(
        [0, 1, 2].filter((index) => deleted & (1 << index)).map((index) => [index, []]),
      );
      const left = ingress.filter((_, index) => !(deleted & (1 << index)));
      const wanted = { ...value, groups: { web: { ...value.groups.web, ingress: left } } };
      expect(edit(text, entries)).toBe(JSON.stringify(wanted, undefined, indent));
    }
    const replaced = JSON.parse(edit(text, { 0: [http, { ...dns, description: 'a\n"' }], 2: [long] }));
    expect(replaced.groups.web.ingress).toEqual([http, { ...dns, description: 'a\n"' }, ingress[1], long]);
  });
});

describe("an edit", () => {
  test("is of one group and direction, among several", () => {
    const text = `${targets}groups:
  web: { on: lux, ingress: [{ allow: ssh, from: any }], egress: [{ allow: ssh, to: any }] }
  db:
    on: lux
    ingress:
      - { allow: ssh, from: any }
    egress:
      - { allow: ssh, to: any }
      - { allow: dns, to: any }
`;
    const edited = editRules(text, [
      { group: "db", direction: "egress", entries: new Map([[0, []]]) },
      { group: "web", direction: "egress", entries: new Map([[0, [{ allow: "http", to: "any" }]]]) },
      { group: "db", direction: "ingress", entries: new Map([[0, []]]) },
    ]);
    expect(edited).toBe(`${targets}groups:
  web: { on: lux, ingress: [{ allow: ssh, from: any }], egress: [{ allow: http, to: any }] }
  db:
    on: lux
    ingress: []
    egress:
      - { allow: dns, to: any }
`);
  });

  test("means its texts as they are", () => {
    const odd = [
      "${HOME}",
      "$${",
      "a\nb",
      "\u0085\u2028",
      "# no",
      "- x",
      "null",
      "12",
      "{",
      "é🙂",
      " x ",
      "'\"",
      "x".repeat(200),
      "a b\n".repeat(30),
    ];
    for (const description of odd) {
      for (const entry of ["- { allow: ssh, from: any }", '- { "allow": "ssh", "from": "any" }']) {
        const edited = edit(block(`      ${entry}`), { 0: [{ ...http, description }] });
        expect(firstRules(edited)[0]?.description).toBe(description);
        expect(edited.split("\n")).toHaveLength(block(`      ${entry}`).split("\n").length);
      }
    }
  });

  test("finds a group by its key as it is spelt", () => {
    const text = `${targets}groups: { 1.0: { on: lux, ingress: [{ allow: ssh, from: any }] }, "a b": { on: lux } }\n`;
    const edited = editRules(text, [{ group: "1.0", direction: "ingress", entries: new Map([[0, []]]) }]);
    expect(edited).toBe(text.replace("[{ allow: ssh, from: any }]", "[]"));
  });

  test("of what is not there is a defect of the caller", () => {
    const text = block("      - { allow: ssh, from: any }");
    const of = (group: string, direction: "ingress" | "egress", index: number) => () =>
      editRules(text, [{ group, direction, entries: new Map([[index, []]]) }]);
    expect(of("wbe", "ingress", 0)).toThrow(RangeError);
    expect(of("web", "egress", 0)).toThrow("the document has no groups.web.egress[0]");
    expect(of("web", "ingress", 1)).toThrow("the document has no groups.web.ingress[1]");
  });
});

describe("a document that must be edited by hand is refused, with the line", () => {
  const refusal = (groups: string): SecurityGroupError | undefined => {
    const text = `${targets}groups:\n${groups}\n`;
    expect(readText(text).groups.length).toBeGreaterThan(0);
    try {
      edit(text, { 0: [] });
      return undefined;
    } catch (error) {
      if (error instanceof SecurityGroupError) return error;
      throw error;
    }
  };
  const before = "  db: { on: lux, ingress: [&a { allow: ssh, from: any }] }\n";
  const cases: readonly (readonly [name: string, groups: string, path: string, line: number, what: string])[] = [
    ["an alias", `${before}  web: { on: lux, ingress: [*a] }`, "groups.web.ingress[0]", 6, "is the alias *a"],
    [
      "an entry that is repeated",
      "  web: { on: lux, ingress:\n    [&a { allow: ssh, from: any }], egress: [] }\n  db: { on: lux, ingress: [*a] }",
      "groups.web.ingress[0]",
      6,
      "has an anchor that an alias names",
    ],
    [
      "an entry whose list is repeated",
      "  web:\n    on: lux\n    ingress:\n      - allow: &a [ssh]\n        from: any\n      - { allow: *a, from: any }",
      "groups.web.ingress[0]",
      8,
      "has an anchor that an alias names",
    ],
    [
      "a list that is repeated",
      "  web: { on: lux, ingress: &a [{ allow: ssh, from: any }] }\n  db: { on: lux, ingress: *a }",
      "groups.web.ingress",
      5,
      "has an anchor that an alias names",
    ],
    [
      "a list that is an alias",
      "  db: { on: lux, ingress: &a [{ allow: ssh, from: any }] }\n  web: { on: lux, ingress: *a }",
      "groups.web.ingress",
      6,
      "is the alias *a",
    ],
    [
      "a group that is repeated",
      "  web: &a { on: lux, ingress: [{ allow: ssh, from: any }] }\n  db: *a",
      "groups.web",
      5,
      "has an anchor that an alias names",
    ],
    [
      "a group that is an alias",
      "  db: &a { on: lux, ingress: [{ allow: ssh, from: any }] }\n  web: *a",
      "groups.web",
      6,
      "is the alias *a",
    ],
  ];
  test.each(cases)("%s", (_, groups, path, line, what) => {
    const error = refusal(groups);
    expect(error?.code).toBe("unsupported");
    expect(error?.place).toMatchObject({ path, line });
    expect(error?.message).toBe(`${path} on line ${line} ${what}, so that its text says more than this`);
    expect(error?.hint).toBe("Edit this document by hand.");
  });

  test("but other entries of the list can be edited, and an anchor that nobody names is none", () => {
    const text = block(`      - &a { allow: &b ssh, from: any }
      - { allow: dns, from: any }
      - *a
      - &c { allow: &d http, from: any }
      - { allow: *b, from: any }`);
    expect(edit(text, { 1: [], 3: [], 4: [http] })).toBe(
      block(`      - &a { allow: &b ssh, from: any }
      - *a
      - { allow: http, from: any }`),
    );
    const list = text.replace("ingress: # in", "ingress: &list # in");
    expect(edit(list, { 1: [] })).toBe(list.replace("      - { allow: dns, from: any }\n", ""));
  });

  test("and so is a list that is written in a way that nobody foresaw", () => {
    const odd = [
      `${targets}groups:\n  web:\n    on: lux\n    ? ingress\n    : - { allow: ssh, from: any }\n`,
      `${targets}groups:\n  web:\n    on: lux\n    ingress: &a\n      - { allow: ssh, from: any }\n`,
    ];
    for (const text of odd) {
      expect(firstRules(text)).toHaveLength(2);
      expect(() => edit(text, { 0: [] })).toThrow(
        expect.objectContaining({ code: "unsupported", hint: "Edit this document by hand." }),
      );
    }
  });

  test("a text that is no document is refused as one", () => {
    expect(() => edit("groups: { web: { ingress: [{ a: b }] ", { 0: [] })).toThrow(InvalidDocumentError);
  });
});
