import { describe, expect, it } from "vitest";
import { createWorld, portsOf, tcp, v1, v2, type Answer } from "./gcore-world.ts";
import { client, createWeb, office, type Web } from "./web-group.ts";

const task = async ({ world }: Pick<Web, "world">, { body }: Answer): Promise<Answer["body"]> =>
  (await world.send("GET", `/cloud/v1/tasks/${body.tasks[0]}`)).body;

describe("a task that fails at once", () => {
  it("is in ERROR as soon as it is looked at, and never ran", async () => {
    const web = createWeb();
    web.world.cloud.failNextTask("No capacity", "at-once");
    const answer = await web.patch({ rules: [] });
    expect(answer.status).toBe(200);
    expect(await task(web, answer)).toMatchObject({
      state: "ERROR",
      error: "No capacity",
      created_on: "2026-11-22T06:30:00",
      finished_on: "2026-11-22T06:30:00",
      created_resources: null,
    });
    expect((await web.world.send("GET", "/cloud/v1/tasks?state=ERROR")).body.count).toBe(1);
    web.world.wait(60_000);
    expect(web.rules()).toHaveLength(2);
    expect(web.world.history(web.id)).toHaveLength(1);
  });

  it("leaves the one after it alone", async () => {
    const web = createWeb();
    web.world.cloud.failNextTask("No", "at-once");
    await web.patch({ rules: [] });
    expect(await web.finish({ description: "" })).toMatchObject([{ state: "FINISHED" }]);
  });
});

describe("a task that fails partly", () => {
  const failPartly = async (web: Web, method: string, path: string, body?: unknown): Promise<void> => {
    web.world.cloud.failNextTask("Lost the node", "partly");
    expect(await web.world.finish(method, path, body)).toMatchObject([
      { state: "ERROR", error: "Lost the node", created_resources: null },
    ]);
  };

  it("has made half of the moves of an update, which are in the history", async () => {
    const web = createWeb();
    await failPartly(web, "PATCH", `${v2}/${web.id}`, { rules: [tcp(443), tcp(444)] });
    expect(web.rules()).toMatchObject([office, client, tcp(443), tcp(444)]);
    expect(portsOf(web.world.history(web.id)).at(-1)).toEqual([22, 80, 443, 444]);
  });

  it("has made half of them in the order of the quirk, and keeps them whatever is left of other failures", async () => {
    const web = createWeb({ patchOrder: "delete-first", partialFailure: "undone" });
    await failPartly(web, "PATCH", `${v2}/${web.id}`, { name: "web-2", rules: [office, tcp(443), tcp(444)] });
    expect(web.rules()).toMatchObject([office, tcp(443)]);
    expect(web.world.cloud.groups(1, 2)).toMatchObject([{ name: "web-2" }]);
  });

  it("has made a group with half of its rules", async () => {
    const web = createWeb();
    await failPartly(web, "POST", v2, { name: "new", rules: [tcp(1), tcp(2), tcp(3)] });
    expect(web.world.cloud.groups(1, 2)[1]).toMatchObject({ name: "new", rules: [tcp(1), tcp(2)] });
  });

  it("has added the rule, or deleted it", async () => {
    const web = createWeb();
    await failPartly(web, "POST", `${v2}/${web.id}/rules`, tcp(443));
    expect(web.rules()).toHaveLength(3);
    await failPartly(web, "DELETE", `${v2}/${web.id}/rules/${web.rules()[0]?.id}`);
    expect(web.rules()).toMatchObject([client, tcp(443)]);
  });

  it("says what went wrong before that, if something did", async () => {
    const web = createWeb();
    web.world.cloud.failNextTask("Lost the node", "partly");
    const answer = await web.patch({ rules: [{ ...tcp(22), description: "bastion" }] });
    web.world.wait(2000);
    expect((await task(web, answer)).error).toContain("already exists");
  });
});

describe("a task that is stuck", () => {
  it("stays RUNNING until it is released, and others go on", async () => {
    const web = createWeb();
    web.world.cloud.stickNextTask();
    const stuck = await web.patch({ rules: [] });
    expect(await web.finish({ description: "" })).toMatchObject([{ state: "FINISHED" }]);
    web.world.wait(3_600_000);
    expect(await task(web, stuck)).toMatchObject({ state: "RUNNING", finished_on: null });
    expect(web.rules()).toHaveLength(2);
    web.world.cloud.releaseStuck();
    expect(await task(web, stuck)).toMatchObject({ state: "FINISHED", finished_on: "2026-11-22T07:30:02" });
    expect(web.world.history(web.id).at(-1)).toMatchObject({ at: web.world.now(), rules: [] });
    expect(await web.finish({ rules: [tcp(1)] })).toMatchObject([{ state: "FINISHED" }]);
  });

  it("takes its time after an early release", async () => {
    const web = createWeb();
    web.world.cloud.stickNextTask();
    const stuck = await web.patch({ rules: [] });
    web.world.wait(100);
    web.world.cloud.releaseStuck();
    expect(await task(web, stuck)).toMatchObject({ state: "NEW" });
    web.world.wait(1900);
    expect(await task(web, stuck)).toMatchObject({ state: "FINISHED" });
  });

  it("holds up those behind it where they go one after the other", async () => {
    const web = createWeb({ taskExecution: "serial-per-group" });
    web.world.cloud.stickNextTask();
    await web.patch({ rules: [] });
    const waiting = await web.patch({ description: "" });
    web.world.wait(60_000);
    expect(await task(web, waiting)).toMatchObject({ state: "NEW", updated_on: "2026-11-22T06:30:00" });
    web.world.cloud.releaseStuck();
    web.world.wait(1499);
    expect(await task(web, waiting)).toMatchObject({ state: "RUNNING", updated_on: "2026-11-22T06:31:00" });
    web.world.wait(1);
    expect(await task(web, waiting)).toMatchObject({ state: "FINISHED" });
  });
});

describe("a group that somebody else deletes", () => {
  it("is gone at once, from the ports that used it as well", async () => {
    const web = createWeb();
    web.world.cloud.addInstance(1, 2, { name: "server", groups: [web.id] });
    web.world.cloud.removeGroup(web.id);
    expect(await web.world.send("GET", `${v1}/${web.id}`)).toMatchObject({ status: 404 });
    expect(web.world.cloud.ports(1, 2)).toMatchObject([{ groups: [] }]);
    expect(web.world.history(web.id).at(-1)).toMatchObject({ exists: false });
    expect(() => web.world.cloud.removeGroup(web.id)).toThrow("does not exist");
  });

  it.each(["moves-kept", "undone"] as const)(
    "fails the task that is to change it, and stays away, %s",
    async (partialFailure) => {
      const web = createWeb({ partialFailure });
      const answer = await web.patch({ name: "web-2", rules: [] });
      web.world.cloud.removeGroup(web.id);
      web.world.wait(2000);
      expect(await task(web, answer)).toMatchObject({
        state: "ERROR",
        error: expect.stringContaining("does not exist"),
      });
      expect(web.world.cloud.groups(1, 2)).toEqual([]);
      expect(web.world.history(web.id).at(-1)).toMatchObject({ exists: false });
    },
  );
});

it("takes failures and stuck tasks in the order in which they were asked for", async () => {
  const world = createWorld();
  world.cloud.failNextTask("first", "at-once");
  world.cloud.failNextTask("second");
  const ends: unknown[] = [];
  for (let number = 0; number < 3; number++) ends.push(...(await world.finish("POST", v2, { name: "web", rules: [] })));
  expect(ends).toMatchObject([{ error: "first" }, { error: "second" }, { error: null }]);
});
