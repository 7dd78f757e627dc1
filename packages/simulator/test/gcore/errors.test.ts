import { describe, expect, it } from "vitest";
import { createWorld, tcp, v1, v2 } from "./gcore-world.ts";

const unknownId = "00000000-0000-4000-8000-000000000000";

describe("the key", () => {
  it.each(["APIKey simulator-key", "apikey simulator-key", "APIKEY simulator-key"])(
    "is accepted as %j",
    async (authorization) => {
      expect(await createWorld().send("GET", v1, undefined, { authorization })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    {},
    ...["APIKey wrong", "Bearer simulator-key", "simulator-key", "APIKey simulator-key x", "APIKey "].map(
      (authorization) => ({ authorization }),
    ),
  ])("is refused as %j", async (headers) => {
    const world = createWorld();
    const answer = await world.send("POST", v2, { name: "web" }, headers);
    expect(answer).toEqual({
      status: 401,
      body: { exception_class: "not_authenticated", message: expect.any(String), request_id: expect.any(String) },
    });
    world.wait(5000);
    expect(world.cloud.groups(1, 2)).toEqual([]);
  });

  it("can be another one", async () => {
    const world = createWorld({ apiKey: "29841_c767" });
    expect(await world.send("GET", v1)).toMatchObject({ status: 401 });
    expect(await world.send("GET", v1, undefined, { authorization: "APIKey 29841_c767" })).toMatchObject({
      status: 200,
    });
  });

  it("is asked for before anything else is said", async () => {
    expect(await createWorld().send("GET", "/cloud/v1/nothing", undefined, {})).toMatchObject({ status: 401 });
  });
});

describe("what is not there", () => {
  it.each([
    ["GET", "/cloud/v1/nothing"],
    ["GET", "/cloud/v1/securitygroups/9/2"],
    ["GET", "/cloud/v1/securitygroups/1/9"],
    ["GET", `${v1}/${unknownId}`],
    ["DELETE", `${v1}/${unknownId}`],
    ["POST", `${v1}/${unknownId}/revert`],
    ["GET", `${v1}/${unknownId}/instances`],
    ["PATCH", `${v2}/${unknownId}`],
    ["DELETE", `${v2}/${unknownId}/rules/${unknownId}`],
    ["GET", `/cloud/v1/ports/1/2/${unknownId}`],
    ["GET", `/cloud/v1/tasks/${unknownId}`],
  ])("is a NotFoundError: %s %s", async (method, path) => {
    const answer = await createWorld().send(method, path);
    expect(answer).toEqual({
      status: 404,
      body: { exception_class: "NotFoundError", message: expect.any(String), request_id: expect.any(String) },
    });
  });

  it("is a group of another project", async () => {
    const world = createWorld();
    world.cloud.addProject({ projectId: 1, regionId: 3 });
    const id = world.cloud.addGroup(1, 3, { name: "web", rules: [] });
    expect(await world.send("GET", `${v1}/${id}`)).toMatchObject({ status: 404 });
    expect(await world.send("GET", `/cloud/v1/securitygroups/1/3/${id}`)).toMatchObject({ status: 200 });
  });
});

it.each([
  ["PUT", v1],
  ["POST", v1],
  ["GET", v2],
  ["GET", `${v2}/${unknownId}`],
  ["DELETE", "/cloud/v1/tasks"],
])("answers a method that the path does not know with an HTTPError: %s %s", async (method, path) => {
  expect(await createWorld().send(method, path)).toMatchObject({ status: 405, body: { exception_class: "HTTPError" } });
});

describe("a request that does not fit the document", () => {
  const rule = tcp(22);
  it.each<readonly [string, string, unknown, string]>([
    ["POST", v2, {}, "name"],
    ["POST", v2, undefined, "name"],
    ["POST", v2, [], "body"],
    ["POST", v2, { name: "ab" }, "name"],
    ["POST", v2, { name: "-web" }, "name"],
    ["POST", v2, { name: "web-" }, "name"],
    ["POST", v2, { name: "w".repeat(64) }, "name"],
    ["POST", v2, { name: "web", description: null }, "description"],
    ["POST", v2, { name: "web", colour: "red" }, "colour"],
    ["POST", v2, { name: "web", rules: null }, "rules"],
    ["POST", v2, { name: "web", rules: [{ protocol: "tcp" }] }, "rules.0.direction"],
    ["POST", v2, { name: "web", rules: [rule, { ...rule, direction: "in" }] }, "rules.1.direction"],
    ["POST", v2, { name: "web", rules: [{ ...rule, ethertype: null }] }, "rules.0.ethertype"],
    ["POST", v2, { name: "web", rules: [{ ...rule, protocol: "any" }] }, "rules.0.protocol"],
    ["POST", v2, { name: "web", rules: [{ ...rule, protocol: "TCP" }] }, "rules.0.protocol"],
    ["POST", v2, { name: "web", rules: [{ ...rule, protocol: "6" }] }, "rules.0.protocol"],
    ["POST", v2, { name: "web", rules: [{ ...rule, port_range_min: "22" }] }, "rules.0.port_range_min"],
    ["POST", v2, { name: "web", rules: [{ ...rule, port_range_max: 65_536 }] }, "rules.0.port_range_max"],
    ["POST", v2, { name: "web", rules: [{ ...rule, remote_group_id: "web" }] }, "rules.0.remote_group_id"],
    ["POST", v2, { name: "web", rules: [{ ...rule, remote_ip_prefix: "everywhere" }] }, "rules.0.remote_ip_prefix"],
    ["POST", v2, { name: "web", rules: [{ ...rule, description: "x".repeat(256) }] }, "rules.0.description"],
    ["POST", v2, { name: "web", rules: [{ ...rule, id: unknownId }] }, "rules.0.id"],
    ["POST", v2, { name: "web", rules: Array.from({ length: 251 }, (_, port) => tcp(port + 1)) }, "rules"],
    ["POST", v2, { name: "web", tags: { team: null } }, "tags.team"],
    ["POST", v2, { name: "web", tags: { team: " edge" } }, "tags.team"],
    ["GET", `${v1}?limit=0`, undefined, "limit"],
    ["GET", `${v1}?limit=1001`, undefined, "limit"],
    ["GET", `${v1}?offset=-1`, undefined, "offset"],
    ["GET", `${v1}?sort=name`, undefined, "sort"],
    ["GET", `${v1}?tag_key_value=team`, undefined, "tag_key_value"],
    ["GET", `${v1}?tag_key_value=["team"]`, undefined, "tag_key_value"],
    ["GET", "/cloud/v1/tasks?state=DONE", undefined, "state.0"],
    ["GET", `${v1}/no-uuid`, undefined, "group_id"],
  ])("is a ValidationError that names the field: %s %s %j", async (method, path, body, field) => {
    const answer = await createWorld().send(method, path, body);
    expect(answer).toMatchObject({ status: 400, body: { exception_class: "ValidationError" } });
    expect(Object.keys(answer.body.invalid_fields)).toEqual([field]);
    expect(answer.body.invalid_fields[field]).toContainEqual(expect.any(String));
  });

  it("is one that is not JSON", async () => {
    expect(await createWorld().send("POST", v2, "{name")).toMatchObject({
      status: 400,
      body: { exception_class: "ValidationError" },
    });
  });

  it("names every field that is wrong", async () => {
    const { body } = await createWorld().send("POST", v2, { name: "ab", description: 1, rules: [{}] });
    expect(Object.keys(body.invalid_fields).toSorted()).toEqual(["description", "name", "rules.0.direction"]);
  });

  it("leaves no task and no group behind", async () => {
    const world = createWorld();
    await world.send("POST", v2, { name: "web", rules: [{ ...rule, remote_ip_prefix: "10.0.0.1/8" }] });
    expect((await world.send("GET", "/cloud/v1/tasks")).body).toEqual({ count: 0, results: [] });
  });
});
