import { describe, expect, test } from "vitest";
import { firstRules, problemsOf, readText, targets, type Variables } from "./support/read.ts";

function description(text: string, environment: Variables): string | undefined {
  const desired = readText(`${targets}groups: { web: { on: fra, description: '${text}' } }\n`, environment).groups[0]
    ?.desired;
  return desired?.ensure === "present" ? desired.description : undefined;
}

describe("variables", () => {
  test.each([
    ["${A}", "1"],
    ["x${A}${B}y", "x12y"],
    ["$${A}", "${A}"],
    ["$A $ {A} $$", "$A $ {A} $$"],
    ["${DOLLARS}", "$& ${A}"],
  ])("%s becomes %s", (text, wanted) => {
    expect(description(text, { A: "1", B: "2", DOLLARS: "$& ${A}" })).toBe(wanted);
  });

  test("are expanded in every text, also where a number is meant", () => {
    const text = `targets: { lux: { cloud: gcore, project: "\${P}", region: "7\${R}" } }\ngroups: { web: { on: lux, ingress: [{ protocol: tcp, ports: "\${PORT}" }] } }\n`;
    const variables = { P: "12", R: "6", PORT: "80" };
    const { targets: read } = readText(text, variables);
    expect(read).toEqual([{ name: "lux", cloud: "gcore", project: 12, region: 76 }]);
    expect(firstRules(text, variables)).toMatchObject([
      { ports: { from: 80, to: 80 } },
      { ports: { from: 80, to: 80 } },
    ]);
  });

  const problems: readonly (readonly [name: string, text: string, wanted: readonly string[]])[] = [
    ["missing", "${NOPE}", ["the environment variable NOPE is not set; set it, or write the value itself"]],
    ["set to nothing", "${EMPTY}", ["the environment variable EMPTY is not set; set it, or write the value itself"]],
    [
      "inherited by every object",
      "${constructor}",
      ["the environment variable constructor is not set; set it, or write the value itself"],
    ],
    [
      "two missing",
      "${N1} ${N2}",
      [
        "the environment variable N1 is not set; set it, or write the value itself",
        "the environment variable N2 is not set; set it, or write the value itself",
      ],
    ],
    ["without an end", "${A", ['"${A" is not a variable; write ${NAME} for one, or $${ for the characters themselves']],
    [
      "not a name",
      "${a b}",
      ['"${a b}" is not a variable; write ${NAME} for one, or $${ for the characters themselves'],
    ],
  ];
  test.each(problems)("a variable that is %s is a problem at its place", (_, text, wanted) => {
    const document = `${targets}groups:\n  web:\n    on: fra\n    description: "${text}"\n`;
    expect(problemsOf(document, { EMPTY: "" })).toEqual(
      wanted.map((message) => `d.yaml:7:18 groups.web.description: ${message}`),
    );
  });

  test.each(["IONOS_TOKEN", "DB_PASSWORD", "GCORE_API_KEY", "my_secret"])("%s is never expanded, nor shown", (name) => {
    const document = `${targets}groups:\n  web:\n    on: fra\n    description: "\${${name}}"\n`;
    const problems = problemsOf(document, { [name]: "hunter2" });
    expect(problems).toEqual([
      `d.yaml:7:18 groups.web.description: \${${name}} is not expanded, because its name is that of a secret and a document never holds secrets; remove it`,
    ]);
  });

  test.each([
    ["addresses: { a: ['${NOPE}'] }", "addresses.a[0]"],
    ["groups: { a: { on: '${NOPE}' } }", "groups.a.on"],
    ["groups: { a: { on: lux, ingress: [{ allow: '${NOPE}', from: any }] } }", "groups.a.ingress[0].allow"],
    ["groups: { a: { on: lux, ingress: [{ allow: any, from: '${NOPE}' }] } }", "groups.a.ingress[0].from"],
    ["groups: { a: { on: lux, ingress: [{ remote: '${NOPE}' }] } }", "groups.a.ingress[0].remote"],
  ])("nothing more is said of a value that is not known: %s", (text, path) => {
    const problems = problemsOf(`${targets}${text}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${path}: the environment variable NOPE is not set`);
  });
});
