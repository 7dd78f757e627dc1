import { inspect } from "node:util";
import { SecurityGroupError, type GroupId, type Operation, type ResolvedStep } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { gcore } from "../src/index.ts";
import { calm, fakeGcore } from "./fake-gcore.ts";
import { groupId, wireGroup, wireRule, wireTask } from "./wire.ts";

const key = "29841_c767abcdef";
const group = { id: groupId as GroupId, name: "web" };
const operation = (...handles: readonly string[]): Operation => ({ cloud: "gcore", handles });
type Call = (adapter: ReturnType<typeof gcore>) => Promise<unknown>;
const submit =
  (step: ResolvedStep): Call =>
  (adapter) =>
    adapter.submit(step, calm);

const page = (item: object): object => ({ count: 1, results: [item] });
const webGroup = wireGroup({
  security_group_rules: [wireRule()],
  tags_v2: [{ key: "team", value: "edge", read_only: false }],
});

const bothTasks = { count: 2, results: ["t", "u"].map((id) => wireTask("NEW", { id })) };

/** Each call with an answer that it takes. */
const calls: readonly (readonly [string, Call, object])[] = [
  ["listGroups", (adapter) => adapter.listGroups(calm), page(webGroup)],
  ["readGroup", (adapter) => adapter.readGroup(group.id, calm), webGroup],
  ["readAttachments", (adapter) => adapter.readAttachments(group.id, calm), page({ id: "i", name: "front" })],
  ["listOperations", (adapter) => adapter.listOperations(calm), page(wireTask("NEW", { data: {} }))],
  ["readOperations of one", (adapter) => adapter.readOperations([operation("t")], calm), wireTask("ERROR")],
  ["readOperations of two", (adapter) => adapter.readOperations([operation("t", "u")], calm), bothTasks],
  ["creation", submit({ kind: "create-group", name: "web", rules: [] }), { tasks: ["t"] }],
  ["update", submit({ kind: "update-group", group, fields: { name: "new" } }), { tasks: ["t"] }],
  ["deletion", submit({ kind: "delete-group", group }), {}],
];

/** Any JSON value; the words stand for what no message may hold by accident. */
const anything = fc.jsonValue({ maxDepth: 3, stringUnit: fc.constantFrom("a", "/", ".", " ", "0", "é", '"') });

/** The value with one of its parts replaced or left out. */
function spoilt(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) {
    const items = value.map((item, index) => spoilt(item).map((other) => value.with(index, other)));
    return fc.oneof(anything, fc.constant([...value, ...value]), fc.constant([]), ...items);
  }
  if (typeof value !== "object" || value === null) return anything;
  const fields = Object.entries(value).flatMap(([name, part]) => [
    spoilt(part).map((other) => ({ ...value, [name]: other })),
    fc.constant({ ...value, [name]: undefined }),
  ]);
  return fc.oneof(anything, ...fields);
}

const textOf = (good: object): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: spoilt(good).map((value) => JSON.stringify(value) ?? "") },
    fc.nat(200).map((length) => JSON.stringify(good).slice(0, length)),
    fc.constantFrom(
      "",
      "null",
      "[]",
      "{}",
      "<html><h1>Bad gateway</h1></html>",
      "\uFEFF{}",
      `{"message":"${key}"}`,
      key,
    ),
    fc.string(),
  );

const statuses = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(200, 201, 202) },
  fc.constantFrom(203, 206, 300, 302, 400, 401, 403, 404, 408, 409, 423, 429, 500, 502, 503, 504, 599),
);
const headers = fc.record(
  {
    "retry-after": fc.constantFrom(
      "",
      "0",
      "-1",
      "1e9",
      "99999999999999999999",
      "soon",
      "Fri, 31 Dec 9999 23:59:59 GMT",
    ),
    date: fc.constantFrom("", "yesterday", "Sun, 22 Nov 2026 06:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"),
    "content-type": fc.constantFrom("application/json", "text/html"),
    "content-length": fc.constantFrom("0", "7", "-3"),
  },
  { requiredKeys: [] },
);

describe("an answer of any kind is taken or is a SecurityGroupError", () => {
  it.each(calls)("%s takes the proper one", async (_, call, good) => {
    const { adapter } = fakeGcore(() => Response.json(good));
    await expect(call(adapter)).resolves.toBeDefined();
  });

  it.each(calls)("%s", async (_, call, good) => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(textOf(good), statuses, headers, async (text, status, fields) => {
        const { adapter, requests } = fakeGcore(() => new Response(text, { status, headers: fields }));
        try {
          await call(adapter);
        } catch (error) {
          refused++;
          expect(error).toBeInstanceOf(SecurityGroupError);
          if (!SecurityGroupError.is(error)) return;
          expect(error.code).not.toBe("unreachable");
          expect(error.vendor ?? error.place).toBeDefined();
          expect(`${error.message} ${error.hint ?? ""}`).not.toMatch(/\[object |undefined|NaN/);
          expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(key);
        }
        expect(requests.length).toBeLessThan(12);
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(5);
  });
});
