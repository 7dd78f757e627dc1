import { describe, expect, test } from "vitest";
import { ionos, ionosFromEnvironment, type IonosOptions } from "../src/index.ts";
import { errorOf } from "./support/error-of.ts";
import { datacenter, fakeCloud, json, signal } from "./support/fake-cloud.ts";

const list = async (options: Partial<IonosOptions> & object) => {
  const cloud = fakeCloud(json({ items: [] }));
  await ionos({ token: "t0", datacenter, ...options, fetch: cloud.fetch }).listGroups(signal);
  const [sent] = cloud.sent;
  if (!sent) return expect.unreachable("nothing was sent");
  return sent;
};

const fromEnvironment = async (environment: Record<string, string | undefined>) => {
  const cloud = fakeCloud(json({ items: [] }));
  await ionosFromEnvironment(environment, { datacenter, fetch: cloud.fetch }).listGroups(signal);
  const [sent] = cloud.sent;
  if (!sent) return expect.unreachable("nothing was sent");
  return sent;
};

test("a token is sent as bearer token, blanks around it dropped", async () => {
  expect((await list({ token: " abc\n" })).headers.get("Authorization")).toBe("Bearer abc");
});

test("user name and password are sent as Basic, in UTF-8", async () => {
  const cloud = fakeCloud(json({ items: [] }));
  await ionos({ username: "jörg@example.com", password: "geheim€", datacenter, fetch: cloud.fetch }).listGroups(signal);
  const wanted = Buffer.from("jörg@example.com:geheim€", "utf8").toString("base64");
  expect(cloud.sent[0]?.headers.get("Authorization")).toBe(`Basic ${wanted}`);
});

test("the contract number goes with every call, when given", async () => {
  expect((await list({ contractNumber: "31845120" })).headers.get("X-Contract-Number")).toBe("31845120");
  expect((await list({})).headers.has("X-Contract-Number")).toBe(false);
});

test("redirects are not followed", async () => {
  expect((await list({})).redirect).toBe("manual");
});

describe("the address", () => {
  test.each<[baseUrl: string | undefined, wanted: string]>([
    [undefined, "https://api.ionos.com/cloudapi/v6/"],
    ["https://api.example.com", "https://api.example.com/cloudapi/v6/"],
    ["https://api.example.com/", "https://api.example.com/cloudapi/v6/"],
    ["https://api.example.com/cloudapi/v6", "https://api.example.com/cloudapi/v6/"],
    ["https://api.example.com/cloudapi/v6//", "https://api.example.com/cloudapi/v6/"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/cloudapi/v6/"],
    ["http://127.200.3.4", "http://127.200.3.4/cloudapi/v6/"],
    ["http://localhost:4010", "http://localhost:4010/cloudapi/v6/"],
    ["http://[::1]:4010", "http://[::1]:4010/cloudapi/v6/"],
    ["https://proxy.example.com/ionos", "https://proxy.example.com/ionos/cloudapi/v6/"],
  ])("%s leads to %s", async (baseUrl, wanted) => {
    expect((await list({ baseUrl })).url).toBe(
      `${wanted}datacenters/${datacenter}/securitygroups?depth=3&offset=0&limit=1000&pretty=false`,
    );
  });

  test.each([
    "api.ionos.com",
    "localhost:4010",
    "ftp://api.ionos.com",
    "",
    "https://me:hunter2@api.ionos.com",
    "https://api.ionos.com?x=1",
    "https://api.ionos.com#x",
    "http://api.ionos.com",
    "http://10.0.0.1",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://ionos.localhost",
    "http://128.0.0.1",
    "http://[::2]",
    "http://0.0.0.0",
  ])("%j is refused without being repeated", async (baseUrl) => {
    const error = await errorOf(() => ionos({ token: "t0", datacenter, baseUrl }));
    expect(error).toMatchObject({ code: "usage", hint: expect.stringContaining("IONOS_API_URL") as string });
    expect(error.message).not.toContain("hunter2");
  });
});

test.each<[given: string, options: object, code: string]>([
  ["an empty token", { token: " " }, "missing-credentials"],
  ["a token of two lines", { token: "abc\ndef" }, "missing-credentials"],
  ["a token outside ASCII", { token: "abcé" }, "missing-credentials"],
  ["a contract number that is none", { contractNumber: "31845120\nX-Evil: 1" }, "usage"],
])("%s is refused at once, without being repeated", async (_, options, code) => {
  const error = await errorOf(() => ionos({ token: "t0", datacenter, ...options }));
  expect(error.code).toBe(code);
  expect(error.message).not.toMatch(/abc|31845120/);
});

test("an empty password is refused at once", async () => {
  expect(await errorOf(() => ionos({ username: "me", password: "", datacenter }))).toMatchObject({
    code: "missing-credentials",
  });
});

test("a datacenter without an id is refused before anything is sent", async () => {
  const cloud = fakeCloud();
  const error = await errorOf(() => ionos({ token: "t0", datacenter: "", fetch: cloud.fetch }).listGroups(signal));
  expect(error).toMatchObject({ code: "rejected", place: { field: "datacenterId" } });
  expect(cloud.sent).toEqual([]);
});

describe("from the environment", () => {
  test("the token wins, and address and contract are taken", async () => {
    const sent = await fromEnvironment({
      IONOS_TOKEN: "abc",
      IONOS_USERNAME: "me",
      IONOS_PASSWORD: "pw",
      IONOS_API_URL: "https://api.example.com/cloudapi/v6/",
      IONOS_CONTRACT_NUMBER: "7",
    });
    expect(sent.url).toMatch(/^https:\/\/api\.example\.com\/cloudapi\/v6\/datacenters\//);
    expect(sent.headers.get("Authorization")).toBe("Bearer abc");
    expect(sent.headers.get("X-Contract-Number")).toBe("7");
  });

  test("user name and password do as well; empty variables count as not set", async () => {
    const sent = await fromEnvironment({
      IONOS_TOKEN: "",
      IONOS_USERNAME: "me",
      IONOS_PASSWORD: "pw",
      IONOS_API_URL: "",
      IONOS_CONTRACT_NUMBER: "",
    });
    expect(sent.headers.get("Authorization")).toBe("Basic bWU6cHc=");
    expect(sent.headers.has("X-Contract-Number")).toBe(false);
    expect(sent.url).toMatch(/^https:\/\/api\.ionos\.com\//);
  });

  test.each<[environment: Record<string, string>, named: RegExp]>([
    [{}, /IONOS_TOKEN.*IONOS_USERNAME.*IONOS_PASSWORD/],
    [{ IONOS_USERNAME: "me" }, /IONOS_PASSWORD/],
    [{ IONOS_PASSWORD: "hunter2" }, /IONOS_USERNAME/],
    [{ IONOS_USERNAME: "me", IONOS_PASSWORD: "" }, /IONOS_PASSWORD/],
  ])("%j lacks credentials, which are named", async (environment, named) => {
    const error = await errorOf(() => ionosFromEnvironment(environment, { datacenter }));
    expect(error.code).toBe("missing-credentials");
    expect(error.message).toMatch(named);
    expect(error.message).not.toContain("hunter2");
  });
});
