import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { drifted } from "../support/documents.ts";
import { createHarness } from "../support/harness.ts";
import { isDoneOrWellRefused } from "./well-ended.ts";

const commands = ["validate", "plan", "lint", "drift"] as const;

it("any change of a document, given to any command, ends with success or a code", async () => {
  const { run, write, simulator } = createHarness({ seed: true });
  const words = [
    "[",
    "]",
    "{",
    "}",
    ":",
    "- ",
    "&a ",
    "*a",
    "!!x ",
    "null",
    "\u0000",
    "\t",
    "${A}",
    "<<: ",
    "__proto__",
    "\n",
  ];
  const edit = fc.record({
    start: fc.nat(drifted.length),
    length: fc.nat(12),
    put: fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 3 })),
  });
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...commands),
      fc.boolean(),
      async (edits, command, isJson) => {
        const text = edits.reduce(
          (left, { start, length, put }) => left.slice(0, start) + put + left.slice(start + length),
          drifted,
        );
        write("secgroup.yaml", text);
        if (!isDoneOrWellRefused(await run(`${command}${isJson ? " --json" : ""}`), isJson)) refused++;
      },
    ),
    { numRuns: 150 },
  );
  expect(refused).toBeGreaterThan(50);
  expect(simulator.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

it("any bytes as a document, whatever it is called, end with a code", async () => {
  const { run, folder } = createHarness();
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 60 }),
      fc.constantFrom("a.yaml", "a.json", "a.yml", "a.txt"),
      async (bytes, name) => {
        writeFileSync(join(folder, name), bytes);
        const { code, stdout, stderr } = await run(`plan ${name}`);
        expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
        expect(stderr).toMatch(/^error (invalid-document|usage): /);
        expect(stderr).not.toMatch(/\n\s+at .*:\d+:\d+\)/);
      },
    ),
    { numRuns: 150 },
  );
});

it("a module is run only when it is named, never found", async () => {
  const { run, write } = createHarness();
  for (const ending of ["ts", "mts", "js", "mjs"]) {
    write(`secgroup.${ending}`, "globalThis.secgroupHasRun = true; export default {};");
  }
  for (const command of commands) {
    expect((await run(command)).stderr).toContain("error usage: there is no secgroup.yaml");
  }
  expect("secgroupHasRun" in globalThis).toBe(false);
  expect((await run("validate secgroup.mjs")).stderr).toContain("error invalid-document: ");
  expect("secgroupHasRun" in globalThis).toBe(true);
  Reflect.deleteProperty(globalThis, "secgroupHasRun");
});
