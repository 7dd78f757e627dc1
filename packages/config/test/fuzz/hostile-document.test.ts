import { afterEach, describe, expect, test } from "vitest";
import { InvalidDocumentError, readConfiguration, readConfigurationValue } from "../../src/index.ts";
import { problemsOf, readText, targets } from "../support/read.ts";
import { isReadOrWellRefused } from "./well-said.ts";

const groups = `${targets}groups: { g: { on: lux } }\n`;
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

describe("a document is data: it runs nothing and reads no other file", () => {
  test.each([
    ["a function", "!!js/function 'function () { process.exit(1) }'"],
    ["a regular expression", "!!js/regexp /a/"],
    ["an object of Python", "!!python/object/apply:os.system ['true']"],
    ["bytes", "!!binary aGVsbG8="],
    ["a set", "!!set { a, b }"],
    ["a date", "!!timestamp 2026-01-01"],
    ["a merge", "{ a: &a { on: lux }, ? !!merge x : *a }"],
    ["an included file", "!include /etc/hostname"],
    ["a tag by its long name", "!<tag:yaml.org,2002:js/function> x"],
  ])("%s by a tag is refused", (_what, value) => {
    expect(problemsOf(`${targets}groups: ${value}\n`).join("\n")).toContain("tags are not understood; remove the tag");
  });

  test("a tag that a directive hides is refused as well", () => {
    const text = `%TAG !x! tag:yaml.org,2002:js/\n---\n${targets}groups: !x!function "1"\n`;
    expect(problemsOf(text).join("\n")).toContain("tags are not understood");
  });

  test("words that name a file, or a variable elsewhere, stay words", () => {
    const text = `${targets}groups: { g: { on: lux, description: "file:///etc/passwd $(id) \`id\` $HOME %HOME% {{x}}" } }\n`;
    expect(readText(text, { HOME: "/root" }).groups[0]?.desired).toMatchObject({
      description: "file:///etc/passwd $(id) `id` $HOME %HOME% {{x}}",
    });
  });
});

describe("keys that every object has do no harm", () => {
  const marks = ["polluted", "allow"] as const;
  afterEach(() => {
    for (const mark of marks) expect(mark in {}).toBe(false);
  });

  test.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])("%s anywhere", (key) => {
    const places = [
      `${targets}${key}: { polluted: 1 }\n`,
      `targets: { ${key}: { polluted: 1 } }\n`,
      `${targets}groups: { ${key}: { on: lux, tags: { ${key}: { polluted: 1 } } } }\n`,
      `${targets}addresses: { ${key}: ["10.0.0.1"] }\nservices: { ${key}: [tcp/1] }\n`,
      `${targets}groups: { g: { on: ${key}, ingress: [{ allow: ${key}, from: ${key} }, { ${key}: { polluted: 1 } }] } }\n`,
    ];
    for (const text of places) isReadOrWellRefused(() => readConfiguration(text, { file: "d.yaml", environment: {} }));
    const value: unknown = JSON.parse(`{"targets": {"${key}": {"polluted": 1}}, "${key}": {"allow": 1}}`);
    isReadOrWellRefused(() => readConfigurationValue(value, { file: "d.ts", environment: {} }));
  });

  test("JSON with a key twice is refused, where JSON.parse would take the last", () => {
    const text = `{"targets": {"t": {"cloud": "gcore", "project": 1, "region": 2, "project": 3}}}`;
    expect(problemsOf(text)).toEqual([
      "d.yaml:1:65 targets.t.project: the key stands twice, first on line 1; remove or rename one of them",
    ]);
  });
});

describe("a small document cannot ask for much", () => {
  test.each<[what: string, text: string, message: string]>([
    [
      "aliases of aliases",
      `${targets}services:\n  a: &a [tcp/1]\n${lines(9, (index) => `  b${index}: &b${index} [${"*a, ".repeat(99)}*a]\n`)}`,
      "is a list",
    ],
    [
      "aliases of one long list",
      `${targets}services:\n  a: &a [${lines(3000, (index) => `tcp/${index + 1}, `)}tcp/1]\n${lines(60, (index) => `  b${index}: *a\n`)}`,
      "aliases repeat more than 100000 values",
    ],
    [
      "lists that multiply one another",
      `${targets}addresses: { a: [${lines(90, (index) => `10.0.${index}.0/24, `)}10.1.0.0/16] }\nservices: { s: [${lines(90, (index) => `tcp/${index + 1}, `)}udp] }\ngroups:\n  g:\n    on: lux\n    ingress:\n${lines(40, () => "      - { allow: s, from: a }\n")}`,
      "brings the rules of this document to more than 250000; divide the document",
    ],
    ["brackets without an end", `${targets}groups: ${"[".repeat(10_000)}`, "nested too deeply"],
    ["dashes without an end", `${targets}groups:\n  ${"- ".repeat(10_000)}`, "nested too deeply"],
    ["more that is wrong than anybody reads", groups + lines(5000, (index) => `x${index}: 1\n`), "there is more"],
    [
      "a value as long as a book",
      `${targets}groups: { g: { on: "${"x".repeat(200_000)}" } }\n`,
      "is not a target of this document",
    ],
  ])("%s", (_what, text, message) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeLessThanOrEqual(1001);
    expect(problems.join("\n")).toContain(message);
    expect(problems.join("\n").length).toBeLessThan(300_000);
    isReadOrWellRefused(() => readConfiguration(text, { file: "d.yaml", environment: {} }));
  });

  test("and names that are nearly right are not looked for among thousands", () => {
    const text = `${targets}addresses:\n${lines(4000, (index) => `  name${index}: [10.0.0.1]\n`)}groups:\n  g:\n    on: lux\n    ingress:\n${lines(900, (index) => `      - { allow: ssh, from: nam${index} }\n`)}`;
    const problems = problemsOf(text);
    expect(problems).toHaveLength(900);
    expect(problems[0]).toContain("did you mean name");
  });
});

test("the values of variables that may be secret are neither used nor shown", () => {
  const secret = "hunter2-hunter2";
  const names = ["AWS_SESSION_TOKEN", "MYSQL_PWD", "DB_PASS", "SSH_AUTH_SOCK", "PRIVATE", "SENTRY_DSN", "PASSPHRASE"];
  for (const name of names) {
    expect(() => readText(`${targets}groups: { g: { on: "\${${name}}" } }\n`, { [name]: secret })).toThrow(
      "not expanded",
    );
  }
  const url = { DATABASE_URL: `postgres://me:${secret}@db.example/x` };
  expect(problemsOf(`${targets}groups: { g: { on: "\${DATABASE_URL}" } }\n`, url)).toEqual([
    expect.stringMatching(/\$\{DATABASE_URL\} is not expanded, because it holds a password in a URL/),
  ]);
  const error: unknown = (() => {
    try {
      return readText(`${targets}groups: { g: { on: "\${DATABASE_URL}" } }\n`, url);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(InvalidDocumentError);
  expect(JSON.stringify(error)).not.toContain(secret);
  // Names that only look a little like it are free.
  expect(
    readText(`${targets}groups: { g: { on: lux, description: "\${COMPASS} \${PATH_X}" } }\n`, {
      COMPASS: "n",
      PATH_X: "y",
    }).groups,
  ).toHaveLength(1);
});
