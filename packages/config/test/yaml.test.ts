import { describe, expect, test } from "vitest";
import { problemsOf, readText, targets } from "./support/read.ts";

const shape = "a document has the sections targets, addresses, services, groups and guardrails";

describe("a text that is no document is refused with its place", () => {
  const cases: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
    ["empty", "", [`d.yaml:1:1: the document is empty; ${shape}`]],
    ["only a comment", "# later\n", [`d.yaml:1:1: the document is empty; ${shape}`]],
    ["a list", "- targets\n", [`d.yaml:1:1: the document is a list; ${shape}`]],
    ["a word", "\ntargets\n", [`d.yaml:2:1: the document is a single value; ${shape}`]],
    [
      "no targets",
      "groups: {}\n",
      ["d.yaml:1:1: the document has no targets; name the places that groups live in under targets"],
    ],
    ["no target in targets", "targets: {}\n", ["d.yaml:1:1 targets: no target is named; write at least one"]],
    [
      "an empty section",
      `${targets}groups:\n`,
      ["d.yaml:4:8 groups: is empty; write names with values, or remove the field"],
    ],
    [
      "a section that is a list",
      `${targets}groups: []\n`,
      ["d.yaml:4:9 groups: is a list, but must be names with values"],
    ],
    ["an unknown section", `${targets}group: {}\n`, ["d.yaml:4:1 group: is not a known field; did you mean groups?"]],
    ["tabs", "targets:\n\tfra: 1\n", ["d.yaml:2:1: a tab is used to indent; YAML wants spaces"]],
    [
      "a key twice",
      `${targets}groups: {}\ngroups: {}\n`,
      ["d.yaml:5:1 groups: the key stands twice, first on line 4; remove or rename one of them"],
    ],
    [
      "a key twice within",
      `${targets}groups: { a: { on: fra }, "a": { on: lux } }\n`,
      ["d.yaml:4:27 groups.a: the key stands twice, first on line 4; remove or rename one of them"],
    ],
    [
      "two documents",
      `${targets}---\n${targets}`,
      [
        "d.yaml:4:1: a second document begins here; one file holds one document, so remove the --- line or make two files",
      ],
    ],
    ["a tag", `${targets}groups: !include x\n`, ["d.yaml:4:9: tags are not understood; remove the tag"]],
    [
      "a merge key",
      `${targets}groups: { a: &a { on: fra }, b: { <<: *a, on: lux } }\n`,
      [
        "d.yaml:4:35 groups.b: merge keys are not understood; write the fields themselves, or name addresses and services instead",
      ],
    ],
    [
      "an alias of nothing",
      `${targets}groups: *x\n`,
      ["d.yaml:4:9 groups: *x names no anchor before it; write &x where the value stands"],
    ],
    [
      "a list as key",
      `${targets}groups: { [a]: 1 }\n`,
      ["d.yaml:4:11 groups: a key must be text; write a name before the colon"],
    ],
    [
      "no key",
      `${targets}groups: { : 1 }\n`,
      ["d.yaml:4:10 groups: a key must be text; write a name before the colon"],
    ],
    [
      "the key that vanishes",
      `${targets}groups: { __proto__: { on: fra } }\n`,
      ["d.yaml:4:11 groups.__proto__: __proto__ cannot be a key; use another one, and `name` for a group of that name"],
    ],
    [
      "a bracket that stays open",
      "targets: [\n",
      [
        "d.yaml:2:1: this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
      ],
    ],
  ];
  test.each(cases)("%s", (_, text, wanted) => {
    expect(problemsOf(text)).toEqual(wanted);
  });

  test("an anchor that holds itself", () => {
    expect(problemsOf(`${targets}groups: &a { web: *a }\n`).at(0)).toMatch(
      /the document is nested too deeply, or an alias holds itself$/,
    );
  });

  test("aliases that blow up the text", () => {
    const bomb = Array.from(
      { length: 12 },
      (_, level) =>
        `  s${level}: &s${level} [${Array(8)
          .fill(level === 0 ? "tcp/1" : `*s${level - 1}`)
          .join(", ")}]`,
    );
    expect(problemsOf(`${targets}services:\n${bomb.join("\n")}\n`).join("\n")).toContain(
      "more than 1000 aliases are followed",
    );
  });

  test.each([50, 5000])("%d brackets one in the other", (depth) => {
    expect(problemsOf(`${targets}groups: ${"[".repeat(depth)}${"]".repeat(depth)}\n`).join("\n")).toContain(
      "nested too deeply",
    );
  });
});

describe("a text is read as it is meant", () => {
  test("`on` is a key, not a truth value, whatever version the text claims", () => {
    expect(readText(`%YAML 1.1\n---\n${targets}groups: { web: { on: fra } }\n`).groups).toHaveLength(1);
  });

  test("JSON is read as it is", () => {
    const json = JSON.stringify(
      { targets: { lux: { cloud: "gcore", project: 1, region: 2 } }, groups: { web: { on: "lux" } } },
      null,
      "\t",
    );
    expect(readText(json).groups.map(({ key, place }) => [key, place.line])).toEqual([["web", 10]]);
  });

  test("an alias stands for its anchor", () => {
    const text = `${targets}groups:\n  a: { on: lux, ingress: &rules [{ allow: ssh, from: any }] }\n  b: { on: lux, ingress: *rules }\n`;
    const [a, b] = readText(text).groups.map(({ desired }) => desired);
    expect(b).toEqual({ ...a, name: "b" });
  });

  test("a plain key is the text that stands there", () => {
    expect(
      readText(`${targets}groups: { 1.0: { on: lux }, 0x10: { on: lux } }\n`).groups.map(({ key }) => key),
    ).toEqual(["1.0", "0x10"]);
  });

  test("a group may have the name of what every object has", () => {
    const { groups } = readText(
      `${targets}groups: { constructor: { on: lux, ingress: [{ allow: ssh, from: group:toString }] }, toString: { on: lux } }\n`,
    );
    expect(groups.map(({ key }) => key)).toEqual(["constructor", "toString"]);
    expect(problemsOf(`${targets}groups: { a: { on: valueOf } }\n`)).toHaveLength(1);
  });
});
