import { describe, expect, test } from "vitest";
import { problemsOf, readText, type Variables } from "./support/read.ts";

const withTarget = (fields: string): string => `targets:\n  t: ${fields}\n`;

describe("targets", () => {
  const right: readonly (readonly [fields: string, environment: Variables, wanted: unknown])[] = [
    ["{ cloud: ionos, datacenter: ab-1 }", {}, { name: "t", cloud: "ionos", datacenter: "ab-1" }],
    ["{ cloud: gcore, project: 1, region: '76' }", {}, { name: "t", cloud: "gcore", project: 1, region: 76 }],
    [
      "{ cloud: gcore }",
      { GCORE_CLOUD_PROJECT_ID: "5", GCORE_CLOUD_REGION_ID: "6" },
      { name: "t", cloud: "gcore", project: 5, region: 6 },
    ],
    [
      "{ cloud: gcore, project: 1 }",
      { GCORE_CLOUD_PROJECT_ID: "5", GCORE_CLOUD_REGION_ID: "6" },
      { name: "t", cloud: "gcore", project: 1, region: 6 },
    ],
  ];
  test.each(right)("%s", (fields, environment, wanted) => {
    expect(readText(withTarget(fields), environment).targets).toEqual([wanted]);
  });

  const wrong: readonly (readonly [fields: string, wanted: readonly string[], environment?: Variables])[] = [
    ["{ datacenter: a }", ["d.yaml:2:3 targets.t.cloud: is missing; write ionos or gcore"]],
    [
      "{ cloud: ions, datacenter: a }",
      ['d.yaml:2:15 targets.t.cloud: "ions" is not ionos or gcore; did you mean ionos?'],
    ],
    ["fra", ['d.yaml:2:6 targets.t: is the text "fra", but must be fields with values']],
    ["", ["d.yaml:2:6 targets.t: is empty; write fields with values, or remove the field"]],
    ["{ cloud: ionos }", ["d.yaml:2:3 targets.t.datacenter: is missing; write the id of the datacenter"]],
    ["{ cloud: ionos, datacenter: ../a }", ['d.yaml:2:34 targets.t.datacenter: "../a" is not the id of a datacenter']],
    [
      "{ cloud: ionos, datacentre: a }",
      [
        "d.yaml:2:3 targets.t.datacenter: is missing; write the id of the datacenter",
        "d.yaml:2:22 targets.t.datacentre: is not a known field; did you mean datacenter?",
      ],
    ],
    [
      "{ cloud: gcore, project: 0, region: 1.5 }",
      [
        "d.yaml:2:31 targets.t.project: 0 is too small; the least is 1",
        'd.yaml:2:42 targets.t.region: is the number 1.5, but must be a whole number or text; put it in quotes: "1.5"',
      ],
    ],
    ["{ cloud: gcore, project: x, region: 1 }", ['d.yaml:2:31 targets.t.project: "x" is not a number such as 1234']],
    [
      "{ cloud: gcore, region: 1 }",
      [
        "d.yaml:2:3 targets.t.project: is missing, and the environment variable GCORE_CLOUD_PROJECT_ID is not set; write the number of the project",
      ],
    ],
    [
      "{ cloud: gcore, project: 1 }",
      [
        "d.yaml:2:3 targets.t.region: is missing, and the environment variable GCORE_CLOUD_REGION_ID is not a number; write the number of the region",
      ],
      { GCORE_CLOUD_REGION_ID: "x" },
    ],
    [
      "{ cloud: ionos, datacenter: a, token: x }",
      [
        "d.yaml:2:37 targets.t.token: does not belong in a document; remove it and set the environment variable IONOS_TOKEN",
      ],
    ],
    [
      "{ cloud: ionos, datacenter: a, username: x }",
      [
        "d.yaml:2:37 targets.t.username: does not belong in a document; remove it and set the environment variable IONOS_USERNAME",
      ],
    ],
    [
      "{ cloud: ionos, datacenter: a, password: x }",
      [
        "d.yaml:2:37 targets.t.password: does not belong in a document; remove it and set the environment variable IONOS_PASSWORD",
      ],
    ],
    [
      "{ cloud: gcore, project: 1, region: 1, apiKey: x }",
      [
        "d.yaml:2:45 targets.t.apiKey: does not belong in a document; remove it and set the environment variable GCORE_API_KEY",
      ],
    ],
    [
      "{ cloud: gcore, project: 1, region: 1, api_key: x }",
      [
        "d.yaml:2:45 targets.t.api_key: does not belong in a document; remove it and set the environment variable GCORE_API_KEY",
      ],
    ],
  ];
  test.each(wrong.map(([fields, wanted, environment]) => ({ fields, wanted, environment })))(
    "$fields is wrong",
    ({ fields, wanted, environment }) => {
      expect(problemsOf(withTarget(fields), environment)).toEqual(wanted);
    },
  );

  test("two names for one place are refused, because two groups of one name could hide behind them", () => {
    expect(
      problemsOf("targets:\n  a: { cloud: ionos, datacenter: x }\n  b: { cloud: ionos, datacenter: X }\n"),
    ).toEqual(["d.yaml:3:3 targets.b: is the same datacenter x as target a; keep one of the two names"]);
  });
});
