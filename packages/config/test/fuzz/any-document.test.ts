import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { readConfiguration, readConfigurationValue } from "../../src/index.ts";
import { mutationsOf, pathsOf } from "./mutations.ts";
import { isReadOrWellRefused } from "./well-said.ts";

const environment = { A: "1" };

/** A document that says everything that can be said, in both forms. */
const whole = {
  targets: {
    fra: { cloud: "ionos", datacenter: "0-1" },
    lux: { cloud: "gcore", project: 1, region: "2" },
  },
  addresses: { office: ["10.0.0.0/8", "2001:db8::/32"], all: ["office", "192.0.2.1"] },
  services: { web: ["tcp/80", "tcp/443"], both: ["web", "icmp/8.0"] },
  groups: {
    web: {
      on: ["fra", "lux"],
      name: "web",
      description: "d",
      unlistedRules: "keep",
      ingress: [
        { allow: ["both", "udp/1-2"], from: ["all", "any"], description: "x" },
        { ipVersion: "IPv4", protocol: 6, ports: { from: 1, to: 2 }, remote: "any", sourceMac: "02:01:0a:0b:0c:0d" },
      ],
      egress: [
        { protocol: "icmp", icmp: { type: 8, code: 0 }, local: "10.0.0.4" },
        { allow: "any", to: "any" },
      ],
    },
    db: { on: "lux", tags: { team: "edge" }, ingress: [{ allow: "postgres", from: "group:web" }] },
    gone: { on: "fra", ensure: "absent", id: "0b0e8ebe-2b0d-4d2b-8b0e-0123456789ab" },
  },
  guardrails: [
    { always: { allow: "ssh", from: "office", in: "web" } },
    { never: { allow: "tcp", to: "any", except: ["office"], in: ["web", "db"] } },
  ],
};

test("every change of one field of a document, as a value, is read or well refused", () => {
  const mutations = mutationsOf(whole);
  let refused = 0;
  for (const [, value] of mutations) {
    if (!isReadOrWellRefused(() => readConfigurationValue(value, { file: "d.ts", environment }))) refused++;
  }
  expect(pathsOf(whole).length).toBeGreaterThan(70);
  expect(refused).toBeGreaterThan(mutations.length / 2);
  expect(refused).toBeLessThan(mutations.length);
});

test("and as a text, where a refusal says the line too", () => {
  const isFinite = (_: string, value: unknown): unknown =>
    typeof value === "number" && !Number.isFinite(value) ? ".inf" : value;
  const sample = fc.constantFrom(...mutationsOf(whole).filter(([, value]) => value !== undefined));
  fc.assert(
    fc.property(sample, fc.boolean(), ([, value], isJson) => {
      const text = isJson ? JSON.stringify(value, isFinite) : stringify(value);
      isReadOrWellRefused(() => readConfiguration(text, { file: "d.yaml", environment }));
    }),
    { numRuns: 200 },
  );
});

test("any bytes that are text are read or well refused", () => {
  const text = stringify(whole);
  const byte = fc.tuple(fc.nat(text.length), fc.nat(0x10_ffff));
  fc.assert(
    fc.property(fc.array(byte, { minLength: 1, maxLength: 6 }), (edits) => {
      const mutated = edits.reduce(
        (left, [at, code]) => `${left.slice(0, at)}${String.fromCodePoint(code)}${left.slice(at + 1)}`,
        text,
      );
      isReadOrWellRefused(() => readConfiguration(mutated, { file: "d.yaml", environment }));
    }),
    { numRuns: 200 },
  );
});

test("a part of a document put in the place of another is read or well refused", () => {
  const paths = pathsOf(whole).filter((path) => path.length > 0);
  const at = (path: (typeof paths)[number]): unknown =>
    path.reduce<unknown>((value, step) => Reflect.get(Object(value), step), whole);
  const path = fc.constantFrom(...paths);
  fc.assert(
    fc.property(path, path, (to, from) => {
      const value = structuredClone(whole);
      const parent = to.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), value);
      Reflect.set(Object(parent), to.at(-1) ?? "", at(from));
      isReadOrWellRefused(() => readConfigurationValue(value, { file: "d.ts", environment }));
    }),
    { numRuns: 200 },
  );
});
