import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { InvalidDocumentError, readConfiguration, readConfigurationValue } from "../src/index.ts";
import { withIngress } from "./support/read.ts";

// Many runs, on whatever machine.
vi.setConfig({ testTimeout: 60_000 });

const options = { file: "d.yaml", environment: { A: "1" } };

/** Runs a read that may only refuse in the way that is promised; whether it was right. */
function isRight(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidDocumentError);
    if (error instanceof InvalidDocumentError) {
      expect(error.code).toBe("invalid-document");
      expect(error.problems.length).toBeGreaterThan(0);
      expect(error.place).toEqual(error.problems[0]?.place);
    }
    return false;
  }
}

const whole = `${withIngress(
  "{ allow: [ssh, icmp/8], from: [any, group:web, a] }\n      - { protocol: tcp, ports: { from: 1, to: 2 }, remote: any }",
  "addresses: { a: [b], b: [10.0.0.0/8] }\nservices: { s: [tcp/1] }\n",
)}guardrails:
  - always: { allow: [s, icmp], from: a, in: web }
  - never: { allow: tcp, to: any, except: [a, group:web], in: [web] }
`;
const words = [
  "targets",
  "groups",
  "on",
  "ingress",
  "allow",
  "from",
  "guardrails",
  "always",
  "never",
  "except",
  "in",
  "any",
  "group:web",
  "&a",
  "*a",
  "<<",
  "${A}",
  "${",
  "null",
  "~",
  "{",
  "}",
  "[",
  "]",
  ":",
  "- ",
  ",",
  "\n",
  "  ",
  "\t",
  "'",
  '"',
  "!x",
  "? ",
  "|",
  "%YAML 1.1",
  "---",
  "0x1",
  "__proto__",
  "constructor",
  "#",
  "\u0000",
  "\ufeff",
];

test("any text is a configuration or an invalid document", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 60 }),
      (text) => void isRight(() => readConfiguration(text, options)),
    ),
  );
});

test("any words of the language are a configuration or an invalid document", () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (parts) => void isRight(() => readConfiguration(parts, options))),
    { numRuns: 500 },
  );
});

test("a document with a word put anywhere is a configuration or an invalid document", () => {
  expect(isRight(() => readConfiguration(whole, options))).toBe(true);
  let wrong = 0;
  const edit = fc.tuple(
    fc.integer({ min: 0, max: whole.length }),
    fc.integer({ min: 0, max: 8 }),
    fc.constantFrom("", ...words),
  );
  fc.assert(
    fc.property(edit, ([start, length, word]) => {
      const text = whole.slice(0, start) + word + whole.slice(start + length);
      if (!isRight(() => readConfiguration(text, options))) wrong++;
    }),
    { numRuns: 500 },
  );
  expect(wrong).toBeGreaterThan(100);
});

test("any value of a module is a configuration or an invalid document", () => {
  const value = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    key: fc.constantFrom(...words),
  });
  fc.assert(fc.property(value, (each) => void isRight(() => readConfigurationValue(each, options))));
  fc.assert(
    fc.property(
      value,
      (each) =>
        void isRight(() =>
          readConfigurationValue(
            {
              targets: { t: { cloud: "gcore", project: 1, region: 1 } },
              groups: { a: each, b: { on: "t", ingress: [each] } },
              guardrails: [each, { always: each }, { never: each }],
            },
            options,
          ),
        ),
    ),
  );
});
