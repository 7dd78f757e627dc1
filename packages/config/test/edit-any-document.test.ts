import type { GroupId, ObservedGroup, Rule, RuleId } from "@secgroup/core";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import {
  editRules,
  readConfiguration,
  readConfigurationValue,
  writeDocument,
  writeEntries,
  type Configuration,
  type RuleEdit,
  type RuleEntry,
  type SecurityGroupDocument,
} from "../src/index.ts";
import { arbitraryRules } from "./support/arbitrary-rule.ts";
import { targets } from "./support/read.ts";

// Many runs, on whatever machine.
vi.setConfig({ testTimeout: 60_000 });

/** An entry of a list as lines of text, with what may stand around it. */
interface Piece {
  readonly detached: readonly string[];
  readonly above: readonly string[];
  readonly entry: string;
  readonly comment: string;
  readonly below: readonly string[];
}

const replacements: readonly (readonly [entry: RuleEntry, yaml: string, json: string])[] = [
  [{ allow: "tcp/81", from: "any" }, "{ allow: tcp/81, from: any }", '{ "allow": "tcp/81", "from": "any" }'],
  [
    { allow: ["udp/1", "udp/2"], from: "10.0.0.1", description: "x # y" },
    '{ allow: [ udp/1, udp/2 ], from: 10.0.0.1, description: "x # y" }',
    '{ "allow": [ "udp/1", "udp/2" ], "from": "10.0.0.1", "description": "x # y" }',
  ],
  [{ protocol: "esp" }, "{ protocol: esp }", '{ "protocol": "esp" }'],
];

/** What becomes of each entry: `undefined` leaves it, otherwise the numbers of what replaces it. */
const fates = fc.array(
  fc.oneof(
    fc.constant(undefined),
    fc.constant([]),
    fc.array(fc.nat(replacements.length - 1), { minLength: 1, maxLength: 2 }),
  ),
  { minLength: 6, maxLength: 6 },
);
type Fates = readonly (readonly number[] | undefined)[];

const comments = fc.array(fc.constantFrom("# - { allow: ssh }", "# x", "#"), { maxLength: 2 });
const piece = (entry: fc.Arbitrary<string>): fc.Arbitrary<Piece> =>
  fc.record({
    detached: comments,
    above: comments,
    entry,
    comment: fc.constantFrom("", "", " # c", "   # [ } : -"),
    below: fc.array(fc.constant(""), { maxLength: 2 }),
  });
const flowEntry = fc.constantFrom(
  "{ allow: ssh, from: any }",
  "{allow: [tcp/1,udp/1],   from: 10.0.0.1}",
  '{ "allow": "dns", "from": "any", "description": "a, b ] }" }',
  "{ protocol: esp }",
);
const blockEntry = fc.oneof(
  flowEntry,
  fc.constantFrom(
    "allow: ssh\n        from: any",
    "allow: # which\n          - ssh\n          # and\n          - dns\n        from: any",
    "from: any\n        allow: dns\n        description: 'it''s'",
    "description: >\n          one\n          # two\n        allow: ssh\n        from: any",
  ),
);
const afterKey = (fate: Fates, count: number): boolean =>
  fate.slice(0, count).every((numbers) => numbers?.length === 0);

const editOf = (fate: Fates, count: number): RuleEdit => ({
  group: "web",
  direction: "ingress",
  entries: new Map(
    fate.slice(0, count).flatMap((numbers, index) => {
      const written = numbers?.map((number) => replacements[number]?.[0]).filter((entry) => entry !== undefined);
      return written === undefined ? [] : [[index, written] as const];
    }),
  ),
});

/** How the entry is to read after its edit, one text for each entry that stands there then. */
function textsAfter({ entry }: Piece, numbers: readonly number[] | undefined): readonly string[] {
  if (numbers === undefined) return [entry];
  return numbers.map((number) => replacements[number]?.[entry.startsWith('{ "') ? 2 : 1] ?? "");
}

/** A document whose group `web` has this list. */
const around = (list: string): string =>
  `# top\n${targets}groups:\n  web:\n    on: [lux]   # here\n    ingress:${list}\n    # of egress\n    egress: [ {allow: any,   to: any} ]\n# end`;

test("in a list with dashes, all but the edited entries and the comments directly above deleted ones stays", () => {
  let emptied = 0;
  const lists = fc.array(piece(blockEntry), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, fates, (pieces, fate) => {
      const lines = (
        { detached, above, entry, comment, below }: Piece,
        texts: readonly string[],
      ): readonly string[] => {
        const [first = entry, ...others] = texts;
        const own = [...above, `- ${first}${comment}`, ...others.map((other) => `- ${other}`)];
        return [...detached, ...(detached.length > 0 ? [""] : []), ...(texts.length > 0 ? own : []), ...below];
      };
      const indented = (all: readonly string[]): string =>
        all.map((line) => `\n${line === "" ? "" : `      ${line}`}`).join("");
      const before = around(indented(pieces.flatMap((each) => lines(each, [each.entry]))));
      const left = indented(pieces.flatMap((each, index) => lines(each, textsAfter(each, fate[index]))));
      const isEmptied = afterKey(fate, pieces.length);
      if (isEmptied) emptied++;
      expect(editRules(before, [editOf(fate, pieces.length)])).toBe(around(isEmptied ? ` []${left}` : left));
    }),
    { numRuns: 250 },
  );
  expect(emptied).toBeGreaterThan(5);
});

test("in a list in brackets with a line for each entry, too", () => {
  const lists = fc.array(piece(flowEntry), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, fates, fc.boolean(), (pieces, fate, hasLastComma) => {
      const last = (texts: readonly (readonly string[])[]): number => texts.findLastIndex((own) => own.length > 0);
      const write = (texts: readonly (readonly string[])[]): string => {
        const lines = pieces.flatMap(({ detached, above, comment, below }, index) => {
          const own = texts[index] ?? [];
          const comma = hasLastComma || index < last(texts) ? "," : "";
          const entry = own.map((text, at) => (at < own.length - 1 ? `${text},` : `${text}${comma}${comment}`));
          return [
            ...detached,
            ...(detached.length > 0 ? [""] : []),
            ...(own.length > 0 ? [...above, ...entry] : []),
            ...below,
          ];
        });
        return ` [\n${lines.map((line) => (line === "" ? "\n" : `      ${line}\n`)).join("")}    ] # all`;
      };
      const before = around(write(pieces.map(({ entry }) => [entry])));
      const after = pieces.map((each, index) => textsAfter(each, fate[index]));
      const wanted = around(afterKey(fate, pieces.length) ? " [] # all" : write(after));
      expect(editRules(before, [editOf(fate, pieces.length)])).toBe(wanted);
    }),
    { numRuns: 250 },
  );
});

test("and in a list on one line", () => {
  const lists = fc.array(flowEntry, { minLength: 1, maxLength: 6 });
  const style = fc.record({
    open: fc.constantFrom("[", "[ ", "[  "),
    comma: fc.constantFrom(",", ", ", ",   "),
    close: fc.constantFrom("]", " ]", ", ]", ",]"),
  });
  fc.assert(
    fc.property(lists, fates, style, (entries, fate, { open, comma, close }) => {
      const write = (texts: readonly (readonly string[])[]): string =>
        ` ${open}${texts
          .filter((own) => own.length > 0)
          .map((own) => own.join(", "))
          .join(comma)}${close}`;
      const pieces = entries.map((entry): Piece => ({ detached: [], above: [], entry, comment: "", below: [] }));
      const after = pieces.map((each, index) => textsAfter(each, fate[index]));
      const edited = editRules(around(write(entries.map((entry) => [entry]))), [editOf(fate, entries.length)]);
      expect(edited).toBe(around(afterKey(fate, entries.length) ? " []" : write(after)));
    }),
    { numRuns: 250 },
  );
});

const environment = {};
const desiredOf = ({ groups }: Configuration): unknown =>
  groups.map(({ key, target, desired }) => [key, target, desired]);

/** The same edits, made in the data. */
function editData(document: SecurityGroupDocument, edits: readonly RuleEdit[]): unknown {
  const { groups = {} } = document;
  const edited: Record<string, unknown> = { ...groups };
  for (const { group, direction, entries } of edits) {
    const literal = (entry: RuleEntry): RuleEntry =>
      entry.description === undefined ? entry : { ...entry, description: entry.description.split("${").join("$${") };
    const list: readonly RuleEntry[] = groups[group]?.[direction] ?? [];
    const after = list.flatMap((entry, index) => entries.get(index)?.map(literal) ?? [entry]);
    edited[group] = Object.assign({}, edited[group], { [direction]: after });
  }
  return { ...document, groups: edited };
}

test("a document of any rules in any style says exactly what editing its data would say", () => {
  const observed = (name: string, rules: readonly Rule[]): ObservedGroup => ({
    id: name as GroupId,
    name,
    description: "",
    tags: {},
    readOnlyTags: {},
    rules: rules.map((rule, index) => ({
      id: `${index}` as RuleId,
      rule,
      draft: { direction: rule.direction },
      providerOwned: false,
    })),
    unreadable: [],
  });
  const rules = arbitraryRules(["a", "b"]);
  const styles = fc.constantFrom(
    (text: string) => text,
    (text: string) => stringify(parse(text), { collectionStyle: "flow" }),
    (text: string) => stringify(parse(text), { collectionStyle: "block", lineWidth: 20 }),
    (text: string) => stringify(parse(text), { indentSeq: false, indent: 4, defaultStringType: "QUOTE_DOUBLE" }),
    (text: string) => JSON.stringify(parse(text)),
    (text: string) => JSON.stringify(parse(text), undefined, 2),
  );
  let edits = 0;
  fc.assert(
    fc.property(rules, rules, rules, styles, fc.infiniteStream(fc.nat(3)), (a, b, others, style, choices) => {
      const text = style(
        writeDocument(
          [{ name: "t", cloud: "gcore", project: 1, region: 2 }],
          [
            { target: "t", group: observed("a", a) },
            { target: "t", group: observed("b", b) },
          ],
        ),
      );
      const document = parse(text) as SecurityGroupDocument;
      const changes = ["a", "b"].flatMap((group) =>
        (["ingress", "egress"] as const).map((direction): RuleEdit => {
          const list: readonly RuleEntry[] = document.groups?.[group]?.[direction] ?? [];
          const written = writeEntries(others, direction, (id) => id);
          const entries = list.flatMap((_, index) => {
            const choice = choices.next().value ?? 0;
            if (choice === 3) return [];
            edits++;
            return [[index, written.slice(0, choice)] as const];
          });
          return { group, direction, entries: new Map(entries) };
        }),
      );
      const edited = readConfiguration(editRules(text, changes), { file: "d.yaml", environment });
      const wanted = readConfigurationValue(editData(document, changes), { file: "d.yaml", environment });
      expect(desiredOf(edited)).toEqual(desiredOf(wanted));
      if (text.startsWith('{"')) JSON.parse(editRules(text, changes));
    }),
    { numRuns: 150 },
  );
  expect(edits).toBeGreaterThan(100);
});
