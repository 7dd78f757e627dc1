import { SecurityGroupError } from "@secgroup/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adapterOf, groupAnswer, json, requestId, ruleAnswer, signal, statusUrl } from "./support/fake-cloud.ts";
import { portCalls } from "./support/port-calls.ts";

const rules = { items: [ruleAnswer("r1", {})], offset: 0, limit: 1000, _links: { next: "x" } };
const members = { items: [{ id: "s1", properties: { name: "front" } }] };
const whole = {
  ...(groupAnswer("g1", "web") as object),
  metadata: { state: "BUSY", status: "RUNNING", message: "soon", createdDate: "2026-01-01T12:00:00Z" },
  entities: { rules: { items: rules.items }, servers: members, nics: members },
};
const request = {
  id: requestId,
  metadata: { createdDate: "2026-01-01T12:00:00Z", requestStatus: { metadata: { status: "QUEUED", message: "x" } } },
  properties: { url: "https://api.ionos.com/cloudapi/v6/datacenters/x/securitygroups/g1" },
};
const limits = { rulesPerSecurityGroup: 100, securityGroupsPerVdc: 200 };
const contract = { properties: { contractNumber: 1, resourceLimits: limits } };
const error = { httpStatus: 422, messages: [{ errorCode: "100", message: "no" }] };
/** Documented answers of every kind. */
const documented: readonly unknown[] = [
  whole,
  { items: [whole] },
  { items: [whole], _links: { next: "x" } },
  rules,
  { items: [request] },
  { items: [contract] },
  error,
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [[]],
    "",
    "..",
    "\ud800",
    0,
    -1,
    1e308,
    1e21,
    2 ** 53,
    true,
    "null",
    "AVAILABLE",
    { items: null },
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The value with what stands at the end of a random way replaced. */
function replaceAt(value: unknown, way: readonly number[], replacement: unknown): unknown {
  const [step, ...rest] = way;
  if (step === undefined || typeof value !== "object" || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const changed = replaceAt((value as Record<string, unknown>)[key], rest, replacement);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed };
}

const bent = fc
  .tuple(fc.constantFrom(...documented), fc.array(fc.nat({ max: 20 }), { maxLength: 8 }), junk)
  .map(([value, way, replacement]) => JSON.stringify(replaceAt(value, way, replacement)));
const cut = fc
  .tuple(fc.constantFrom(...documented), fc.nat({ max: 400 }))
  .map(([value, length]) => JSON.stringify(value).slice(0, length));
const body = fc.oneof(
  { weight: 4, arbitrary: bent },
  { weight: 1, arbitrary: cut },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", " ", "null", "<html>no</html>", "\ufeff{}", "1e999", "[".repeat(5_000), "{}"),
  },
);
const header = (...values: readonly string[]) =>
  fc.option(fc.oneof(fc.constantFrom(...values), fc.string()), { nil: undefined });
const reply = fc
  .record({
    body,
    status: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(200, 202) },
      { weight: 1, arbitrary: fc.constantFrom(201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503, 599) },
    ),
    location: header(statusUrl, "https://", "//evil.example"),
    date: header("Thu, 01 Jan 2026 12:00:00 GMT", "+275000-01-01T00:00:00Z"),
    retryAfter: header("7", "-1", "1e400", "99999999999999999999", "Thu, 01 Jan 9999 12:00:00 GMT"),
  })
  .map(({ body: text, status, location, date, retryAfter }) => {
    const headers = Object.entries({ Location: location, Date: date, "Retry-After": retryAfter }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && /^[\x20-\x7e]*$/.test(entry[1]),
    );
    return { text, status, headers };
  });

describe("whatever the cloud answers, a call ends, with a value or one of our errors", () => {
  test.each(Object.entries(portCalls))("%s", async (_, call) => {
    await fc.assert(
      fc.asyncProperty(fc.array(reply, { minLength: 1, maxLength: 3 }), async (replies) => {
        let sent = 0;
        const fetch = async (): Promise<Response> => {
          const { text, status, headers } = replies[sent++ % replies.length] ?? { text: "", status: 200, headers: [] };
          return new Response(status === 204 ? null : text, { status, headers });
        };
        const given = replies.map(({ text }) => text).join("\n");
        let told: string;
        try {
          told = JSON.stringify(await call(adapterOf({ fetch }), signal));
        } catch (caught) {
          expect(caught).toBeInstanceOf(SecurityGroupError);
          const { message, hint = "", retryAfterMs = 0 } = caught as SecurityGroupError;
          told = `${message} ${hint}`;
          expect(message.trim()).not.toBe("");
          expect(retryAfterMs).toBeGreaterThanOrEqual(0);
        }
        for (const slip of ["[object ", "undefined", "NaN"])
          if (!given.includes(slip)) expect(told).not.toContain(slip);
        expect(sent).toBeLessThan(50);
      }),
      { numRuns: 150 },
    );
  });
});

test.each(Object.entries(portCalls))(
  "%s takes some documented answer, so that a bent one gets far",
  async (_, call) => {
    const outcomes = documented.map((answer) =>
      call(adapterOf({ fetch: async () => json(answer) }), signal).then(
        () => "value",
        () => "error",
      ),
    );
    expect(await Promise.all(outcomes)).toContain("value");
  },
);

test("an answer that is deeper than any reader's stack is an error like any other", async () => {
  const deep = `${'{"properties":'.repeat(100_000)}1${"}".repeat(100_000)}`;
  const adapter = adapterOf({ fetch: async () => new Response(deep) });
  await expect(adapter.listGroups(signal)).rejects.toBeInstanceOf(SecurityGroupError);
});

test("numbers beyond all bounds make a rule unreadable or the answer unexpected, never another rule", async () => {
  for (const [number, wanted] of [
    ["1e400", "unexpected-response"],
    ["1e300", "unreadable"],
    ["-1", "unreadable"],
    ["22.5", "unreadable"],
  ]) {
    const text = JSON.stringify(
      groupAnswer("g1", "web", { items: [ruleAnswer("r1", { portRangeStart: 7, portRangeEnd: 7 })] }),
    );
    const adapter = adapterOf({ fetch: async () => new Response(text.replaceAll(":7", `:${number}`)) });
    const read = adapter.readGroup("g1" as Parameters<typeof adapter.readGroup>[0], signal);
    if (wanted === "unreadable") expect(await read).toMatchObject({ rules: [], unreadable: [{ id: "r1" }] });
    else await expect(read).rejects.toMatchObject({ code: wanted });
  }
});

test("a write that is accepted with an answer of any JSON is accepted", async () => {
  for (const text of ["[]", "null", "7", '"x"', '{"metadata":7}', '{"metadata":{"createdDate":7}}']) {
    const adapter = adapterOf({ fetch: async () => new Response(text, { status: 202 }) });
    await expect(portCalls["delete-group (3)"]?.(adapter, signal)).resolves.toMatchObject({ cloud: "ionos" });
  }
  const adapter = adapterOf({ fetch: async () => json([]) });
  await expect(portCalls["create-group (0)"]?.(adapter, signal)).rejects.toMatchObject({ code: "unexpected-response" });
});
