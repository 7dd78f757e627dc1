import { createServer, type Server } from "node:http";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pipelineScriptOf, readPipeline } from "./pipeline.ts";
import { createRunner, type Ran, type Runner } from "./run-script.ts";

interface Item {
  readonly id: number;
  readonly iid: number;
  readonly author: { readonly id: number };
  body?: string;
  title?: string;
  description?: string;
  state?: string;
}

/** The part of GitLab's API that the template calls; what it does not know is answered with 404, and a wrong token with 401. */
class GitLab {
  readonly notes: Item[] = [];
  readonly issues: Item[] = [];
  readonly writes: string[] = [];
  readonly server: Server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const answer =
      request.headers["private-token"] === "gitlab-token"
        ? this.answer(request.method ?? "", new URL(request.url ?? "", "http://gitlab.example"), text)
        : 401;
    response.writeHead(typeof answer === "number" ? answer : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(typeof answer === "number" ? {} : answer));
  });

  private answer(method: string, url: URL, text: string): object | number {
    const [, list, id] = /^\/projects\/5\/(merge_requests\/7\/notes|issues)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
    if (method === "GET" && url.pathname === "/user") return { id: 42 };
    if (list === undefined) return 404;
    const items = list === "issues" ? this.issues : this.notes;
    if (method === "GET") {
      const page = Number(url.searchParams.get("page"));
      const open = items.filter(({ state }) => url.searchParams.get("state") !== "opened" || state === "opened");
      return open.slice((page - 1) * 100, page * 100);
    }
    this.writes.push(`${method} ${list}`);
    const { state_event: event, ...fields } = JSON.parse(text) as { readonly state_event?: string };
    if (method === "POST") {
      const number = items.length + 1;
      const item = { id: number, iid: number, author: { id: 42 }, state: "opened", ...fields };
      items.push(item);
      return item;
    }
    const item = items.find(({ iid }) => iid === Number(id));
    if (method !== "PUT" || item === undefined) return 404;
    return Object.assign(item, fields, event === "close" ? { state: "closed" } : {});
  }
}

const pipeline = readPipeline();

let runner: Runner;
let gitlab: GitLab;
let api: string;
beforeEach(async () => {
  runner = await createRunner();
  gitlab = new GitLab();
  await new Promise<void>((resolve) => gitlab.server.listen(0, "127.0.0.1", resolve));
  const address = gitlab.server.address();
  api = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});
afterEach(async () => {
  gitlab.server.closeAllConnections();
  gitlab.server.close();
  await runner.close();
});

const run = (job: string, environment: Readonly<Record<string, string>> = {}, after = ""): Promise<Ran> =>
  runner.run(`${pipelineScriptOf(pipeline, job)}\n${after}`, {
    CI_API_V4_URL: api,
    CI_PROJECT_ID: "5",
    CI_MERGE_REQUEST_IID: "7",
    CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "5",
    SECGROUP_FILE: "secgroup.yaml",
    SECGROUP_VERSION: "1.2.3",
    SECGROUP_GITLAB_TOKEN: "gitlab-token",
    ...runner.clouds,
    ...environment,
  });
/** One run of the schedule. */
const watch = async (): Promise<void> => {
  expect((await run("secgroup:drift")).code).toBe(0);
  expect((await run("secgroup:drift-issue")).code).toBe(0);
};
const apply = async (): Promise<void> => {
  const program = new URL("../../bin/secgroup.js", import.meta.url).pathname;
  expect((await runner.run(`node ${program} apply --yes`, runner.clouds)).code).toBe(0);
};

// The scripts are for runners with Linux.
describe.skipIf(process.platform !== "linux")("the GitLab template", { timeout: 60_000 }, () => {
  it("makes one note and keeps it up to date, beside what others wrote, also behind a page full of notes", async () => {
    const others = Array.from({ length: 120 }, (_, index): Item => ({
      id: index + 1,
      iid: index + 1,
      author: { id: 1 },
      body: "<!-- secgroup plan secgroup.yaml -->\nmine",
    }));
    gitlab.notes.push(...structuredClone(others));
    expect((await run("secgroup:plan")).code).toBe(0);
    expect(existsSync(join(runner.checkout, ".secgroup-out/plan.html"))).toBe(true);
    expect(await run("secgroup:comment")).toMatchObject({ code: 0 });
    expect(gitlab.notes.at(-1)?.body).toContain("**Plan: 5 rules to add");
    await apply();
    expect((await run("secgroup:plan")).code).toBe(0);
    expect((await run("secgroup:comment")).code).toBe(0);
    expect(gitlab.writes).toEqual(["POST merge_requests/7/notes", "PUT merge_requests/7/notes"]);
    expect(gitlab.notes.slice(0, 120)).toEqual(others);
    expect(gitlab.notes.at(-1)?.body).toContain("**Nothing to do:");
  });

  it("tells of a plan that failed", async () => {
    expect((await run("secgroup:plan", { IONOS_TOKEN: "wrong" })).code).toBe(1);
    expect((await run("secgroup:comment")).code).toBe(0);
    expect(gitlab.notes[0]?.body).toContain("error unauthorized");
  });

  it("fails with what GitLab answers, without its token", async () => {
    await run("secgroup:plan");
    const { code, said } = await run("secgroup:comment", { SECGROUP_GITLAB_TOKEN: "wrong-token" });
    expect(code).toBe(1);
    expect(said).toContain("GitLab answers 401 to GET /user");
    expect(said).not.toContain("wrong-token");
  });

  it("opens one issue for drift, updates it, and closes it", async () => {
    await watch();
    await watch();
    expect(gitlab.issues).toEqual([
      expect.objectContaining({ state: "opened", title: "The clouds differ from secgroup.yaml" }),
    ]);
    await apply();
    await watch();
    await watch();
    expect(gitlab.issues).toEqual([
      expect.objectContaining({ state: "closed", description: expect.stringContaining("No drift") }),
    ]);
    expect(gitlab.writes).toEqual(["POST issues", "PUT issues", "PUT issues"]);
  });

  it("says nothing of drift when the look failed", async () => {
    expect((await run("secgroup:drift", { GCORE_API_KEY: "wrong" })).code).toBe(1);
    expect(existsSync(join(runner.checkout, ".secgroup-out/drift"))).toBe(false);
  });

  it("checks and lints a change from a fork, and says so", async () => {
    const { code, said } = await run("secgroup:check", { CI_MERGE_REQUEST_SOURCE_PROJECT_ID: "6" });
    expect(code).toBe(0);
    expect(said).toContain("This change comes from a fork");
    expect(JSON.parse(readFileSync(join(runner.checkout, ".secgroup-out/secgroup.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
  });

  it.each<[job: string, credentials: readonly string[]]>([
    ["secgroup:check", []],
    ["secgroup:plan", ["GCORE_API_KEY", "IONOS_TOKEN"]],
    ["secgroup:comment", ["SECGROUP_GITLAB_TOKEN"]],
    ["secgroup:drift", ["GCORE_API_KEY", "IONOS_TOKEN"]],
    ["secgroup:drift-issue", ["SECGROUP_GITLAB_TOKEN"]],
  ])("%s works with no credentials but %j", async (job, credentials) => {
    // What a job before it would have left.
    await run(job === "secgroup:comment" ? "secgroup:plan" : "secgroup:drift");
    const { said } = await run(job, {}, "env");
    const names = ["GCORE_API_KEY", "IONOS_TOKEN", "SECGROUP_GITLAB_TOKEN"];
    expect(names.filter((name) => said.includes(`\n${name}=`))).toEqual(credentials);
  });

  it.each(["secgroup:check", "secgroup:plan", "secgroup:drift"])("%s refuses a program as document", async (job) => {
    runner.put("secgroup.ts", "process.exit(0);");
    symlinkSync("secgroup.ts", join(runner.checkout, "program.yaml"));
    for (const file of ["secgroup.ts", "program.yaml", "/proc/self/environ"]) {
      const { code, said } = await run(job, { SECGROUP_FILE: file });
      expect(code).toBe(1);
      expect(said).toContain("must be a YAML or JSON file of this repository");
    }
  });
});
