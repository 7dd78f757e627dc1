import { gcoreDocument } from "@secgroup/api-types/gcore-document";
import { ionosDocument } from "@secgroup/api-types/ionos-document";
import { describe, expect, it } from "vitest";
import { createRequestCheck } from "../src/check-request.ts";

const checkIonos = createRequestCheck(ionosDocument);
const checkGcore = createRequestCheck(gcoreDocument);
const groups = "/cloudapi/v6/datacenters/d/securitygroups";

function ionos(method: string, path: string, body?: unknown): ReturnType<typeof checkIonos> {
  const url = new URL(path, "http://localhost");
  return checkIonos({ method, path: url.pathname, query: url.searchParams, body });
}

function problems(method: string, path: string, body?: unknown): readonly string[] | undefined {
  return ionos(method, path, body)?.problems.map(
    ({ location, path: place, keyword }) => `${location} ${place} ${keyword}`,
  );
}

describe("finding the operation", () => {
  it.each([
    ["GET", groups, "datacentersSecuritygroupsGet"],
    ["post", groups, "datacentersSecuritygroupsPost"],
    ["DELETE", `${groups}/g/rules/r`, "datacentersSecuritygroupsFirewallrulesDelete"],
    ["GET", "/cloudapi/v6/requests/r/status", "requestsStatusGet"],
  ])("%s %s is %s", (method, path, operationId) => {
    expect(ionos(method, path, {})?.operationId).toBe(operationId);
  });

  it.each([
    ["GET", "/datacenters/d/securitygroups"],
    ["GET", "/cloudapi/v5/datacenters/d/securitygroups"],
    ["GET", `${groups}/`],
    ["GET", "/cloudapi/v6/datacenters//securitygroups"],
    ["PATCH", groups],
  ])("%s %s is none", (method, path) => {
    expect(ionos(method, path)).toBeUndefined();
  });
});

describe("values", () => {
  it("come decoded, as the document's types and with its defaults", () => {
    const checked = ionos("GET", "/cloudapi/v6/datacenters/a%2Fb/securitygroups?depth=3&pretty=false");
    expect(checked).toMatchObject({ problems: [], pathValues: { datacenterId: "a/b" } });
    expect(checked?.queryValues).toEqual({ depth: 3, pretty: false, offset: 0, limit: 1000 });
  });

  it("are numbers in a path whose document says so, and lists where several are taken", () => {
    const checked = checkGcore({
      method: "GET",
      path: "/cloud/v1/securitygroups/1/2",
      query: new URLSearchParams("tag_key=a&tag_key=b"),
      body: undefined,
    });
    expect(checked).toMatchObject({
      problems: [],
      pathValues: { project_id: 1, region_id: 2 },
      queryValues: { tag_key: ["a", "b"], limit: 10 },
    });
  });
});

describe("problems", () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ["GET", `${groups}?depth=11`, undefined, ["query depth maximum"]],
    ["GET", `${groups}?depth=x`, undefined, ["query depth type"]],
    ["GET", `${groups}?deep=1`, undefined, ["query deep additionalProperties"]],
    ["DELETE", `${groups}/g/rules/r?pretty=true`, undefined, ["query pretty additionalProperties"]],
    ["GET", `${groups}/%zz`, undefined, ["route securityGroupId encoding"]],
    ["POST", groups, undefined, ["body  required"]],
    ["POST", groups, { properties: { name: "a" } }, []],
    [
      "POST",
      groups,
      { id: "x", metadata: { state: "BUSY" }, properties: { name: "a" } },
      ["body /id additionalProperties", "body /metadata additionalProperties"],
    ],
    ["POST", groups, { properties: {} }, ["body /properties/name required"]],
    ["POST", groups, { properties: { name: "a".repeat(61) } }, ["body /properties/name maxLength"]],
    ["POST", groups, { properties: { name: "a", "x/y~": 1 } }, ["body /properties/x~1y~0 additionalProperties"]],
    [
      "POST",
      groups,
      {
        properties: { name: "a" },
        entities: { rules: { items: [{ properties: { protocol: "TCP", portRangeStart: 0, unknown: 1 } }] } },
      },
      [
        "body /entities/rules/items/0/properties/unknown additionalProperties",
        "body /entities/rules/items/0/properties/portRangeStart minimum",
      ],
    ],
    [
      "POST",
      `${groups}/g/rules`,
      { properties: { protocol: "TCP", ipVersion: "IPv5" } },
      ["body /properties/ipVersion enum"],
    ],
    ["PATCH", `${groups}/g/rules/r`, { protocol: "TCP" }, ["body /protocol false schema"]],
    ["PATCH", `${groups}/g`, { properties: { name: "a" } }, ["body /properties additionalProperties"]],
  ])("%s %s with %j: %j", (method, path, body, wanted) => {
    expect(problems(method, path, body)).toEqual(wanted);
  });

  it("are found per item, also past the ninth", () => {
    const items = Array.from({ length: 12 }, () => ({ properties: { protocol: "IP" } }));
    expect(problems("POST", groups, { properties: { name: "a" }, entities: { rules: { items } } })).toEqual(
      items.map((_, index) => `body /entities/rules/items/${index}/properties/protocol enum`),
    );
  });

  it("are those of the form that each item comes nearest to", () => {
    const items = Array.from({ length: 11 }, (_, index) =>
      index === 10 ? { id: 5 } : { properties: { protocol: "IP" } },
    );
    const found = problems("POST", groups, { properties: { name: "a" }, entities: { rules: { items } } });
    expect(found?.slice(-1)).toEqual(["body /entities/rules/items/10/id type"]);
    expect(found).toHaveLength(11);
  });

  it("know the formats of the other cloud", () => {
    const check = (rule: object): readonly string[] | undefined =>
      checkGcore({
        method: "POST",
        path: "/cloud/v2/security_groups/1/2",
        query: new URLSearchParams(),
        body: { name: "web", rules: [{ direction: "ingress", ...rule }] },
      })?.problems.map(({ path }) => path);
    for (const remote_ip_prefix of ["10.0.0.0/8", "10.0.0.1/8", "10.0.0.1", "::/0", "2001:db8::1"])
      expect(check({ remote_ip_prefix })).toEqual([]);
    for (const remote_ip_prefix of ["10.0.0.0/33", "10.0.0", "::/129", "fe80::1%eth0", "::/", "::/0/0", ""]) {
      expect(check({ remote_ip_prefix })).toEqual(["/rules/0/remote_ip_prefix"]);
    }
    expect(check({ remote_group_id: "7d6b9f0e-6f6c-4d0c-9a57-2b1f1f4f9c01" })).toEqual([]);
    expect(check({ remote_group_id: "7d6b9f0e-6f6c-1d0c-9a57-2b1f1f4f9c01" })).toEqual(["/rules/0/remote_group_id"]);
  });
});
