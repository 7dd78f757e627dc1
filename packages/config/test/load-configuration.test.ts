import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  documentSchema,
  loadConfiguration,
  readLimitedFile,
  readConfigurationValue,
  type GuardrailEntry,
  type SecurityGroupDocument,
} from "../src/index.ts";
import { problemsOfValue, targets } from "./support/read.ts";

const document = {
  targets: { t: { cloud: "ionos", datacenter: "a" } },
  groups: { web: { on: "t", ingress: [{ allow: "ssh", from: "any" }] } },
} satisfies SecurityGroupDocument;
const environment = { A: "web" };
let folder = "";

async function write(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "secgroup-config-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("a file", () => {
  const contents: readonly (readonly [name: string, content: string])[] = [
    ["a.yaml", JSON.stringify(document)],
    ["a.yml", JSON.stringify(document)],
    ["a.json", `\ufeff${JSON.stringify(document)}`],
    ["a.js", `export default ${JSON.stringify(document)}`],
    ["a.mjs", `export default ${JSON.stringify(document)}`],
    ["a.ts", `const d: object = ${JSON.stringify(document)}; export default d;`],
    ["a.mts", `const d: object = ${JSON.stringify(document)}; export default d;`],
  ];
  test.each(contents)("%s is read by what its ending says", async (name, content) => {
    const { groups } = await loadConfiguration(await write(name, content), { environment });
    expect(groups.map(({ key, desired }) => [key, desired.ensure === "present" && desired.rules.length])).toEqual([
      ["web", 2],
    ]);
  });

  const wrong: readonly (readonly [name: string, content: string | Uint8Array, code: string, message: string])[] = [
    ["b.toml", "", "usage", "does not end in one of .yaml, .yml, .json, .ts, .mts, .js, .mjs"],
    ["b.yaml", new Uint8Array([0xff, 0xfe]), "invalid-document", "the file is not UTF-8 text; save it as UTF-8"],
    ["b.mjs", "export const x = 1", "invalid-document", "the module has no default export; write export default { … }"],
    ["c.mjs", "throw new Error('boom')", "invalid-document", "the module cannot be loaded: boom"],
    ["d.mjs", "export default undefined", "invalid-document", "the document is empty"],
    ["e.yaml", `${targets}groups: { a: 1 }`, "invalid-document", ":4:14 groups.a: is the number 1"],
  ];
  test.each(wrong)("%s is refused with its name", async (name, content, code, message) => {
    const file = await write(name, content);
    const loading = loadConfiguration(file, { environment });
    await expect(loading).rejects.toMatchObject({ code, place: { file } });
    await expect(loading).rejects.toThrow(message);
  });

  test.each(["big.yaml", "big.json", "big.mjs"])("%s of more than 16 MiB is refused unread", async (name) => {
    const file = await write(name, "export default {}");
    await truncate(file, 16 * 2 ** 20 + 1);
    await expect(loadConfiguration(file, { environment })).rejects.toMatchObject({
      code: "usage",
      message: `${file} is larger than 16 MiB, the most that is read`,
      place: { file },
    });
    await truncate(file, 0);
    await expect(loadConfiguration(file, { environment })).rejects.toMatchObject({ code: "invalid-document" });
  });

  test("that never ends is read up to the most, and not further", async () => {
    await expect(readLimitedFile("/dev/zero", 1000, "zero.json")).rejects.toMatchObject({
      code: "usage",
      place: { file: "zero.json" },
      hint: "Check the name of the file; what belongs here is far smaller.",
    });
    expect(await readLimitedFile(await write("full.json", "x".repeat(1000)), 1000)).toHaveLength(1000);
  });

  test("that holds a module, but whose name says that it is text, is not run", async () => {
    const file = await write("module.yaml", "globalThis.hasRun = true; export default {}");
    await expect(loadConfiguration(file, { environment })).rejects.toMatchObject({ code: "invalid-document" });
    expect("hasRun" in globalThis).toBe(false);
  });

  test("that is not there is a mistake of the command, whatever its ending", async () => {
    for (const name of ["none.yaml", "none.ts"]) {
      await expect(loadConfiguration(join(folder, name), { environment })).rejects.toMatchObject({ code: "usage" });
    }
  });
});

describe("a module's value", () => {
  test("has places with paths and without lines", () => {
    const { groups } = readConfigurationValue(document, { file: "d.ts", environment });
    expect(groups[0]?.place).toEqual({ file: "d.ts", path: "groups.web" });
    expect([...(groups[0]?.rulePlaces.values() ?? [])][0]).toEqual({ file: "d.ts", path: "groups.web.ingress[0]" });
  });

  test("is expanded, and a field that is undefined is not there", () => {
    const value = {
      ...document,
      services: undefined,
      groups: { web: { on: "t", name: "${A}", description: undefined } },
    };
    expect(readConfigurationValue(value, { file: "d.ts", environment }).groups[0]?.desired).toEqual({
      ensure: "present",
      name: "web",
      rules: [],
      unlistedRules: "remove",
    });
  });

  const circle: { groups?: unknown } = {};
  circle.groups = circle;
  test.each([
    [{ ...document, groups: { web: () => 1 } }, "d.ts groups.web: is a function; only plain data is understood"],
    [
      { ...document, groups: { web: new Date(0) } },
      "d.ts groups.web: is an object of a class; only plain data is understood",
    ],
    [{ ...document, groups: { web: { on: 1n } } }, "d.ts groups.web.on: is a bigint; only plain data is understood"],
    [{ ...document, groups: circle }, "d.ts groups.groups: is nested too deeply, or holds itself"],
    [{ ...document, groups: { web: { on: "x" } } }, 'd.ts groups.web.on: "x" is not a target of this document'],
  ])("that is wrong is said with its path (%#)", (value, wanted) => {
    expect(problemsOfValue(value)).toContain(wanted);
  });
});

test("the schema of the whole document accepts what is right and can be written as JSON Schema", () => {
  expect(documentSchema.safeParse(document).success).toBe(true);
  expect(documentSchema.safeParse({ ...document, group: {} }).success).toBe(false);
  const isRight = (guardrail: unknown): boolean =>
    documentSchema.safeParse({ ...document, guardrails: [guardrail] }).success;
  const guardrails: readonly GuardrailEntry[] = [
    { always: { allow: "ssh", from: "10.0.0.1", in: "web" } },
    { always: { allow: ["ssh", "dns"], to: ["any"], in: ["web"] } },
    { never: { allow: "ssh", from: "any" } },
    { never: { allow: "ssh", to: "any", except: ["10.0.0.1"], in: "web" } },
  ];
  expect(guardrails.map(isRight)).toEqual([true, true, true, true]);
  const wrong: readonly unknown[] = [
    { always: { allow: "ssh", from: "any" } },
    { always: { allow: "ssh", from: "any", in: "web", except: "10.0.0.1" } },
    { never: { allow: "ssh", from: "any", to: "any" } },
    { never: { allow: "ssh" } },
    { always: { allow: "ssh", from: "any", in: "web" }, never: { allow: "ssh", from: "any" } },
  ];
  expect(wrong.map(isRight)).toEqual([false, false, false, false, false]);
  expect(z.toJSONSchema(documentSchema)).toMatchObject({
    additionalProperties: false,
    properties: { groups: { description: expect.stringContaining("security groups") } },
  });
});
