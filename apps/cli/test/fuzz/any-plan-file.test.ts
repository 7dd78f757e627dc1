import { SecurityGroupError } from "@secgroup/core";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readPlan } from "../../src/plan-file/read-plan-file.ts";
import { drifted } from "../support/documents.ts";
import { createHarness, type Harness } from "../support/harness.ts";
import { mutationsOf } from "../../../../packages/config/test/fuzz/mutations.ts";
import { isDoneOrWellRefused } from "./well-ended.ts";

async function planned(): Promise<Harness> {
  const harness = createHarness({ seed: true });
  harness.write("secgroup.yaml", drifted);
  expect((await harness.run("plan --relabel --out plan.json")).code).toBe(0);
  return harness;
}

/** What a file can hold: no value that JSON has no word for. */
const inJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? "null");

const plan: unknown = JSON.parse((await planned()).read("plan.json"));
const mutations = mutationsOf(plan);

it("every change of one field of a plan file is accepted, or refused with the place of the field", async () => {
  let refused = 0;
  const every = fc.constantFrom(...mutations);
  await fc.assert(
    fc.asyncProperty(every, async ([, mutated]) => {
      try {
        await readPlan(inJson(mutated), "plan.json");
      } catch (error) {
        if (!SecurityGroupError.is(error)) throw error;
        refused++;
        for (const { code, message, place } of [error, ...error.related]) {
          expect(code).toBe("invalid-plan");
          expect(place).toMatchObject({ file: "plan.json", path: expect.any(String) });
          expect(message).not.toMatch(/\[object |undefined|NaN/);
          expect(message.length).toBeGreaterThan(10);
        }
      }
    }),
    { numRuns: 800 },
  );
  expect(mutations.length).toBeGreaterThan(10_000);
  expect(refused).toBeGreaterThan(500);
});

it("a changed plan file that is applied all the same writes nothing that the plan does not list, and says how it ended", async () => {
  // Fields that say what is written; most changes of them must be refused.
  const deciding = mutations.filter(
    ([path]) => path.includes("waves") || path.includes("added") || path.includes("fields"),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...deciding), async ([, mutated]) => {
      const { run, write, simulator } = await planned();
      const text = JSON.stringify(mutated);
      write("plan.json", text);
      const before = simulator.requests.length;
      isDoneOrWellRefused(await run("apply plan.json --yes --force --json"), false);
      for (const { method, body } of simulator.requests.slice(before)) {
        if (method === "GET") continue;
        const listed = JSON.stringify(inJson(mutated));
        for (const port of portsIn(body)) expect(listed).toContain(String(port));
      }
    }),
    { numRuns: 60 },
  );
});

function portsIn(body: unknown): readonly number[] {
  const text = JSON.stringify(body ?? null);
  return [...text.matchAll(/"(?:portRangeStart|portRangeEnd|port_range_min|port_range_max)":(\d+)/g)].map(([, port]) =>
    Number(port),
  );
}

it("any text as a plan file ends with a code, and writes nothing", async () => {
  const { run, write, read, simulator } = await planned();
  const text = read("plan.json");
  const edit = fc.tuple(fc.nat(text.length), fc.nat(30), fc.string({ unit: "binary", maxLength: 4 }));
  const before = simulator.requests.filter(({ method }) => method !== "GET").length;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        edit.map(([start, length, put]) => text.slice(0, start) + put + text.slice(start + length)),
        fc.json().map((json) => `{"format": "secgroup-plan/1", "targets": ${json}}`),
        fc.constantFrom(
          '{"format":"secgroup-plan/1","targets":' + "[".repeat(50_000),
          '{"format":{}}',
          '{"format":"x"',
        ),
      ),
      async (mutated) => {
        write("plan.json", mutated);
        // Without a yes; what is right is only shown.
        isDoneOrWellRefused(await run("apply plan.json", { answer: false }), false);
      },
    ),
    { numRuns: 150 },
  );
  expect(simulator.requests.filter(({ method }) => method !== "GET")).toHaveLength(before);
});
