import { readFile } from "node:fs/promises";
import { ionosDocument } from "@secgroup/api-types/ionos-document";
import { describe, expect, it } from "vitest";
import { gcoreDecisions, ionosDecisions } from "../../src/spec-against-vendor/decided-differences.ts";
import { compareWithSdkModels, ionosSdkModels, type SdkModels } from "../../src/spec-against-vendor/index.ts";
import { changeDocument } from "./change-document.ts";
import { field, schema } from "./places.ts";
import { readSdkPackage } from "./read-sdk-package.ts";

interface Source {
  readonly kept: readonly string[];
  readonly differences?: readonly { readonly name: string }[];
  readonly assumptions: readonly { readonly name: string }[];
}

const sources = JSON.parse(await readFile(new URL("../../../../specs/sources.json", import.meta.url), "utf8")) as {
  readonly gcore: Source;
  readonly ionos: Source & { readonly sdkModels: SdkModels };
};
const { sdkModels } = sources.ionos;

describe("the table of SDK models in specs/sources.json", () => {
  it("is what the SDK's package says", async () => {
    const { additions, ...table } = sdkModels;
    expect(table).toEqual(await readSdkPackage(sources.ionos.kept, Object.keys(table.models)));
    expect(additions.length).toBeGreaterThan(0);
  });

  it("has every operation that we keep, and every model that our document names after the SDK", () => {
    expect(Object.keys(sdkModels.operations)).toEqual(sources.ionos.kept);
    const ownSchemas = new Set([
      "Error",
      "FilterTime",
      "FirewallRuleProtocol",
      "FirewallRuleType",
      "FirewallrulePropertiesPatch",
      "IpVersion",
      "RequestState",
      "ResourceState",
      "SecurityGroupPropertiesPatch",
    ]);
    const names = Object.keys(ionosDocument.components["schemas"] ?? {}).filter((name) => !ownSchemas.has(name));
    expect(Object.keys(sdkModels.models).toSorted()).toEqual([...names, "ModelError"].toSorted());
  });

  it("says of each addition where it belongs and how it is known", () => {
    for (const { where, evidence } of sdkModels.additions) {
      const [model = "", field = ""] = where.split(".");
      const fields = Object.keys(sdkModels.models[model] ?? {}).map((name) => name.replace("?", ""));
      if (!where.startsWith("query ")) expect(fields).toContain(field);
      expect(evidence).not.toBe("");
    }
  });

  it("is shipped with the package as it stands there", async () => {
    const text = `// Generated from specs/sources.json, key ionos.sdkModels, by \`vitest run -u\`. Do not edit.

import type { SdkModels } from "../sdk-models.ts";

/** What the official SDK for Node says of the operations and models that our IONOS document has. */
export const ionosSdkModels: SdkModels = ${JSON.stringify(sdkModels, null, 2)};
`;
    await expect(text).toMatchFileSnapshot("../../src/spec-against-vendor/generated/ionos-sdk-models.ts");
  });
});

describe("our IONOS document", () => {
  it("differs from the SDK in nothing that breaks", () => {
    const breaking = compareWithSdkModels(ionosDocument, ionosSdkModels).filter(
      ({ verdict }) => verdict === "breaking",
    );
    expect(breaking).toEqual([]);
  });

  it.each(ionosDecisions.map(({ name }) => name))("needs the decision %s", (name) => {
    const reasons = compareWithSdkModels(ionosDocument, ionosSdkModels).map(({ why }) => why);
    expect(reasons.filter((why) => why.endsWith(`(decided: ${name})`))).not.toEqual([]);
  });
});

it.each([
  ["gcore", gcoreDecisions],
  ["ionos", ionosDecisions],
] as const)("every decision on %s has its entry in specs/sources.json", (vendor, decisions) => {
  const { assumptions, differences = [] } = sources[vendor];
  const names = [...assumptions, ...differences].map(({ name }) => name);
  for (const { name } of decisions) expect(names).toContain(name);
});

const groups = "/datacenters/{datacenterId}/securitygroups";
const post = ["paths", groups, "post"];

describe("a fault planted in our IONOS document", () => {
  it.each([
    [
      "a field that the SDK does not know, in requests",
      field("FirewallruleProperties", "priority"),
      { type: "integer" },
      "request FirewallruleProperties.priority",
    ],
    [
      "a field that the SDK does not know, in answers",
      field("SecurityGroup", "tags"),
      { type: "object" },
      "answer SecurityGroup.tags",
    ],
    [
      "a missing required field",
      schema("SecurityGroupProperties", "required"),
      [],
      "request SecurityGroupProperties.name",
    ],
    [
      "a required field too many",
      schema("RequestStatusMetadata", "required"),
      ["status"],
      "answer RequestStatusMetadata.status",
    ],
    ["a wrong type", field("ListOfIds", "ids"), { type: "string" }, "request ListOfIds.ids"],
    [
      "a wrong type in the error",
      field("ErrorMessage", "errorCode", "type"),
      "integer",
      "answer ErrorMessage.errorCode",
    ],
    [
      "a wrong enum value",
      schema("FirewallRuleProtocol", "enum"),
      ["TCP", "UDP", "ICMP", "ICMPV6", "GRE", "VRRP", "ESP", "AH", "ANY"],
      "request FirewallRuleProtocol",
    ],
    ["a state too few", schema("RequestState", "enum"), ["QUEUED", "RUNNING", "DONE"], "answer RequestState"],
    [
      "null in a field that takes none",
      field("SecurityGroupProperties", "name", "type"),
      ["string", "null"],
      "request SecurityGroupProperties.name",
    ],
    [
      "a field that may be null and is not",
      field("FirewallruleProperties", "sourceMac", "type"),
      "string",
      "answer FirewallruleProperties.sourceMac",
    ],
    [
      "a limit that is too wide",
      field("SecurityGroupProperties", "name", "maxLength"),
      100,
      "request SecurityGroupProperties.name",
    ],
    [
      "a port range that is too wide",
      field("FirewallrulePropertiesPatch", "portRangeStart", "minimum"),
      0,
      "request FirewallrulePropertiesPatch.portRangeStart",
    ],
    [
      "a page that is too large",
      ["components", "parameters", "limit", "schema", "maximum"],
      20_000,
      `GET ${groups} query limit`,
    ],
    ["a renamed query parameter", ["components", "parameters", "depth", "name"], "deep", `GET ${groups} query deep`],
    [
      "a renamed header",
      ["components", "parameters", "xContractNumber", "name"],
      "X-Contract",
      "GET /contracts header X-Contract",
    ],
    [
      "a wrong path",
      ["paths", "/datacenters/{datacenterId}/security-groups"],
      { get: { responses: {} } },
      "GET /datacenters/{datacenterId}/security-groups",
    ],
    ["a wrong server", ["servers"], [{ url: "https://api.example.com/cloudapi/v6" }], "servers"],
    ["a wrong base path", ["servers"], [{ url: "https://api.ionos.com/cloudapi/v5" }], `GET ${groups}`],
    [
      "a body of the wrong schema",
      [...post, "requestBody", "content", "application/json", "schema"],
      { $ref: "#/components/schemas/SecurityGroupProperties" },
      "request SecurityGroupProperties.name",
    ],
  ])("%s is found", (_, pointer, value, where) => {
    const differences = compareWithSdkModels(changeDocument(ionosDocument, pointer, value), ionosSdkModels);
    expect(differences).toContainEqual(expect.objectContaining({ where, verdict: "breaking" }));
  });

  it("is not seen in the case of a header's name", () => {
    const name = ["components", "parameters", "xContractNumber", "name"];
    expect(compareWithSdkModels(changeDocument(ionosDocument, name, "x-contract-number"), ionosSdkModels)).toEqual(
      compareWithSdkModels(ionosDocument, ionosSdkModels),
    );
  });

  it("is not hidden by a decision on the same field", () => {
    const changed = changeDocument(ionosDocument, field("FirewallruleProperties", "portRangeStart", "type"), "string");
    expect(compareWithSdkModels(changed, ionosSdkModels)).toContainEqual(
      expect.objectContaining({ where: "request FirewallruleProperties.portRangeStart", verdict: "breaking" }),
    );
  });
});
