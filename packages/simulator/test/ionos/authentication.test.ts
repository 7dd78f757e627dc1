import { describe, expect, it } from "vitest";
import { createTestCloud } from "./ionos-client.ts";

const basic = (text: string): string => `Basic ${Buffer.from(text).toString("base64")}`;

describe("credentials", () => {
  it.each([
    ["the token", "Bearer secret-token"],
    ["the token, whatever the case of the scheme", "bearer secret-token"],
    ["user and password", basic("me:pass:word")],
  ])("%s are accepted", async (_, Authorization) => {
    const cloud = createTestCloud({ token: "secret-token", username: "me", password: "pass:word" });
    expect((await cloud.call("GET", cloud.groups, undefined, { Authorization })).status).toBe(200);
  });

  it.each([
    ["none", ""],
    ["a wrong token", "Bearer other"],
    ["a token as Basic", "Basic secret-token"],
    ["a wrong password", basic("me:other")],
    ["another scheme", "APIKey secret-token"],
  ])("%s are refused in the vendor's envelope", async (_, Authorization) => {
    const cloud = createTestCloud({ token: "secret-token", username: "me", password: "pass:word" });
    const answer = await cloud.call("GET", cloud.groups, undefined, { Authorization });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ httpStatus: 401, messages: [{ errorCode: "315", message: "Unauthorized" }] });
  });

  it("come before everything else", async () => {
    const cloud = createTestCloud();
    const refused = { Authorization: "" };
    expect((await cloud.call("GET", "/nothing", undefined, refused)).status).toBe(401);
    expect((await cloud.call("POST", cloud.groups, "{", refused)).status).toBe(401);
  });
});

describe("every answer", () => {
  it.each([
    ["GET", "/contracts", 200],
    ["GET", "/nothing", 404],
    ["PATCH", "/contracts", 405],
  ])("%s %s tells the rate limits", async (method, path, status) => {
    const cloud = createTestCloud({ rateLimit: { limit: 600, burst: 10, remaining: 599 } });
    const answer = await cloud.call(method, path);
    expect(answer.status).toBe(status);
    const told = ["Limit", "Burst", "Remaining"].map((name) => answer.headers.get(`X-RateLimit-${name}`));
    expect(told).toEqual(["600", "10", "599"]);
  });

  it("is indented unless the call says otherwise", async () => {
    const cloud = createTestCloud();
    const read = async (query: string): Promise<string> => {
      const request = new Request(`https://ionos.test/cloudapi/v6/contracts${query}`, {
        headers: { Authorization: "Bearer simulator-token" },
      });
      return (await cloud.simulator.fetch(request)).text();
    };
    expect(await read("")).toContain("\n");
    expect(await read("?pretty=false")).not.toContain("\n");
  });
});
