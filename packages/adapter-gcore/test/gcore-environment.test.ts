import type { GroupId } from "@secgroup/core";
import { expect, it } from "vitest";
import { gcoreFromEnvironment } from "../src/index.ts";
import { calm, json, rejection } from "./fake-gcore.ts";
import { wireGroup } from "./wire.ts";

const environment = {
  GCORE_API_KEY: "1234$abcdef",
  GCORE_BASE_URL: "https://gcore.example",
  GCORE_CLOUD_PROJECT_ID: "12",
  GCORE_CLOUD_REGION_ID: " 34 ",
};

async function urlOf(...given: Parameters<typeof gcoreFromEnvironment>): Promise<string> {
  let seen: Request | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    seen = request;
    return json(wireGroup());
  };
  await gcoreFromEnvironment(given[0], { ...given[1], fetch }).readGroup("g" as GroupId, calm);
  expect(seen?.headers.get("authorization")).toBe("APIKey 1234$abcdef");
  return seen?.url ?? "";
}

it("reads the variables of the vendor's own clients", async () => {
  expect(await urlOf(environment)).toBe("https://gcore.example/cloud/v1/securitygroups/12/34/g");
});

it("goes to Gcore's host when no other is named", async () => {
  expect(await urlOf({ ...environment, GCORE_BASE_URL: "" })).toBe(
    "https://api.gcore.com/cloud/v1/securitygroups/12/34/g",
  );
});

it("lets the target win", async () => {
  const given = { project: 56, region: 78 };
  expect(await urlOf(environment, given)).toBe("https://gcore.example/cloud/v1/securitygroups/56/78/g");
  expect(await urlOf({ GCORE_API_KEY: environment.GCORE_API_KEY }, given)).toBe(
    "https://api.gcore.com/cloud/v1/securitygroups/56/78/g",
  );
});

it.each([
  [
    "nothing is set",
    {},
    ["GCORE_API_KEY is not set", "GCORE_CLOUD_PROJECT_ID is not set", "GCORE_CLOUD_REGION_ID is not set"],
  ],
  ["the key is blank", { ...environment, GCORE_API_KEY: " " }, ["GCORE_API_KEY is not set"]],
  [
    "a number is none",
    { ...environment, GCORE_CLOUD_PROJECT_ID: "topsecret" },
    ["GCORE_CLOUD_PROJECT_ID is not a whole number above 0"],
  ],
  [
    "a number is 0",
    { ...environment, GCORE_CLOUD_REGION_ID: "0" },
    ["GCORE_CLOUD_REGION_ID is not a whole number above 0"],
  ],
])("names the variables when %s", async (_, given, parts) => {
  const error = await rejection((async () => gcoreFromEnvironment(given))());
  expect(error).toMatchObject({
    code: "missing-credentials",
    message: `Gcore cannot be reached: ${parts.join(", ")}.`,
  });
  expect(String(error)).not.toContain("topsecret");
});
