import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonSchemaFile } from "../src/index.ts";
import { documentSchema } from "../src/shape/document-schema.ts";
import { writeJsonSchema } from "../src/shape/json-schema.ts";
import { objectionsTo, valueOf } from "./support/json-schema.ts";
import { problemsOf, targets, withEgress, withIngress } from "./support/read.ts";

const file = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const readme = /```yaml\n(.*?)```/s.exec(file("README.md"))?.[1] ?? "";
const group = (fields: string): string => `${targets}groups: { web: { ${fields} } }\n`;

// That it accepts every document that the tests of this package read is asked by `readText`.
describe("the JSON Schema", () => {
  test("is the committed file", () => {
    expect(JSON.parse(readFileSync(jsonSchemaFile, "utf8"))).toEqual(writeJsonSchema());
  });

  test.each<[name: string, text: string]>([
    ["the document of the README", readme],
    ["the document of the demo", file("apps/cli/demo/secgroup.yaml")],
    ["a document that names its schema", `$schema: ./secgroup.schema.json\n${targets}`],
    [
      "variables wherever a text may stand",
      `targets: { a: { cloud: "\${CLOUD}", datacenter: "dc-\${D}" }, b: { cloud: gcore, project: "\${P}", region: "7\${R}" } }
groups: { web: { on: "\${ON}", ensure: "\${ENSURE}", ingress: [{ protocol: tcp, ports: "\${PORT}" }, { protocol: icmp, icmp: "\${ICMP}" }] } }\n`,
    ],
  ])("accepts %s, as the reader does", (_name, text) => {
    const cloud = { IONOS_DATACENTER_ID: "x", GCORE_CLOUD_PROJECT_ID: "1", GCORE_CLOUD_REGION_ID: "1" };
    const variables = {
      ...cloud,
      CLOUD: "ionos",
      D: "1",
      P: "12",
      R: "6",
      ON: "a",
      ENSURE: "present",
      PORT: "80",
      ICMP: "all",
    };
    expect(objectionsTo(valueOf(text))).toEqual([]);
    expect(problemsOf(text, variables)).toEqual([]);
  });

  test.each<[what: string, text: string]>([
    ["no targets", "groups: {}\n"],
    ["an empty section targets", "targets: {}\n"],
    ["a section of another name", `${targets}grups: {}\n`],
    ["a section without a value", `${targets}groups:\n`],
    ["a schema that is no text", `$schema: 1\n${targets}`],
    ["another cloud", "targets: { a: { cloud: azure, datacenter: x } }\n"],
    ["a datacenter that is no id", "targets: { a: { cloud: ionos, datacenter: 'a b' } }\n"],
    ["the characters of a variable themselves", "targets: { a: { cloud: ionos, datacenter: '$${A}' } }\n"],
    ["no datacenter", "targets: { a: { cloud: ionos } }\n"],
    ["a token", "targets: { a: { cloud: ionos, datacenter: x, token: y } }\n"],
    ["a field of the other cloud", "targets: { a: { cloud: ionos, datacenter: x, region: 1 } }\n"],
    ["a project that is no number", "targets: { a: { cloud: gcore, project: x1, region: 1 } }\n"],
    ["a project 0", "targets: { a: { cloud: gcore, project: 0, region: 1 } }\n"],
    ["an empty set", `${targets}addresses: { office: [] }\n`],
    ["a set that is a text", `${targets}services: { web: tcp/80 }\n`],
    ["a group without a target", group("description: x")],
    ["a group on no target", group("on: []")],
    ["a group with an empty name", group("on: fra, name: ''")],
    ["a group with an unknown field", group("on: fra, ingres: []")],
    ["a tag that is a number", group("on: fra, tags: { a: 1 }")],
    ["another word for ensure", group("on: fra, ensure: gone")],
    ["another word for unlistedRules", group("on: fra, unlistedRules: true")],
    ["rules that are no list", group("on: fra, ingress: { allow: ssh, from: any }")],
    ["a rule without its peer", withIngress("{ allow: ssh }")],
    ["a rule of both forms", withIngress("{ allow: ssh, from: any, protocol: tcp }")],
    ["`to` on ingress", withIngress("{ allow: ssh, to: any }")],
    ["`from` on egress", withEgress("{ allow: ssh, from: any }")],
    ["a port as a number where a service is meant", withIngress("{ allow: 22, from: any }")],
    ["half a range of ports", withIngress("{ protocol: tcp, ports: { from: 1 } }")],
    ["a port with a fraction", withIngress("{ protocol: tcp, ports: 1.5 }")],
    ["an ICMP code alone", withIngress("{ protocol: icmp, icmp: { code: 1 } }")],
    ["another IP version", withIngress("{ protocol: tcp, ipVersion: IPv5 }")],
    ["a guardrail of another kind", `${targets}guardrails: [{ sometimes: { allow: ssh, from: any } }]\n`],
    ["`always` without groups", `${targets}guardrails: [{ always: { allow: ssh, from: any } }]\n`],
    ["`never` with both ends", `${targets}guardrails: [{ never: { allow: ssh, from: any, to: any } }]\n`],
  ])("refuses %s, as the reader does", (_what, text) => {
    expect(objectionsTo(valueOf(text))).not.toEqual([]);
    expect(problemsOf(text, { A: "x" })).not.toEqual([]);
  });

  test("accepts and refuses exactly what the schemas of the reader do, and wants one target", () => {
    const whole = valueOf(readme.replace("${IONOS_DATACENTER_ID}", "dc"));
    const counts = { accepted: 0, refused: 0 };
    const word = fc.constantFrom("any", "absent", "ionos", "IPv4", "all", "", "0", "12", "a b", "${", "web");
    const names =
      "cloud datacenter region on name tags ensure ingress egress allow from to description protocol ports icmp type code always never except in $schema";
    const key = fc.constantFrom(...names.split(" "));
    const leaf = fc.oneof(word, fc.integer({ min: -1, max: 70_000 }), fc.double(), fc.boolean(), fc.constant(null));
    const { value: other } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        leaf,
        fc.array(tie("value"), { maxLength: 2 }),
        fc.dictionary(key, tie("value"), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(20)), key, other, fc.boolean(), (turns, name, value, isAdded) => {
        const steps = turns[Symbol.iterator]();
        const changed: unknown = change(whole, () => steps.next().value ?? 0, name, value, isAdded);
        const { success, data } = documentSchema.safeParse(changed);
        const isRight = success && Object.keys(data.targets).length > 0;
        counts[isRight ? "accepted" : "refused"]++;
        expect(objectionsTo(changed).length === 0).toBe(isRight);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(counts.accepted, counts.refused)).toBeGreaterThan(20);
  });
});

/** The value with one thing in it replaced, or one field added, at the place that the turns lead to. */
function change(whole: unknown, turn: () => number, name: string, value: unknown, isAdded: boolean): unknown {
  const stops = turn() === 0 || typeof whole !== "object" || whole === null || Object.keys(whole).length === 0;
  if (stops) return isAdded && typeof whole === "object" && !Array.isArray(whole) ? { ...whole, [name]: value } : value;
  const keys = Object.keys(whole);
  const at = keys[turn() % keys.length] ?? "";
  const inner = change(Reflect.get(whole, at), turn, name, value, isAdded);
  if (Array.isArray(whole)) return whole.with(Number(at), inner);
  return { ...whole, [at]: inner };
}

describe("what editors show", () => {
  /** Every schema within a schema, with the way to it. */
  function* schemasIn(schema: unknown, path = ""): Generator<readonly [path: string, schema: Record<string, unknown>]> {
    if (typeof schema !== "object" || schema === null) return;
    if (!Array.isArray(schema)) yield [path, { ...schema }];
    for (const [key, inner] of Object.entries(schema))
      if (key !== "examples") yield* schemasIn(inner, `${path}/${key}`);
  }
  const schemas = [...schemasIn(writeJsonSchema())];
  // The ends of a range and the parts of ICMP are told by the field around them.
  const fields = schemas.filter(([path]) => /\/properties\/[^/]+$/.test(path) && !/\/(ports|icmp)\/anyOf\//.test(path));

  test("is a description and examples for every field and section", () => {
    expect(fields.length).toBeGreaterThan(50);
    for (const [path, { description, examples }] of fields) {
      const isTold = typeof description === "string" && Array.isArray(examples) && examples.length > 0;
      expect({ path, isTold }).toEqual({ path, isTold: true });
    }
  });

  test("is in every example what its schema accepts", () => {
    const ajv = new Ajv2020();
    for (const [path, schema] of schemas) {
      for (const example of Array.isArray(schema["examples"]) ? schema["examples"] : []) {
        expect({ path, example, accepts: ajv.validate({ ...schema, $schema: undefined }, example) }).toEqual({
          path,
          example,
          accepts: true,
        });
      }
    }
  });

  test("are the words of the types", () => {
    const source = readFileSync(new URL("../src/document.ts", import.meta.url), "utf8");
    const ofFields = [...source.matchAll(/\/\*\* ([^\n]*) \*\/\n +readonly (\$?\w+)\??:/g)];
    expect(ofFields.length).toBeGreaterThan(30);
    const said = new Set(fields.map(([path, { description }]) => `${path.split("/").at(-1)}: ${String(description)}`));
    for (const [, text = "", name = ""] of ofFields) expect([...said]).toContain(`${name}: ${text}`);
    expect(said.size).toBe(new Set(ofFields.map(([, text, name]) => `${name}: ${text}`)).size);
  });
});
