import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readWorkflow, scriptOf } from "./pipeline.ts";
import { createRunner, readStore, writeStore, type Ran, type Runner } from "./run-script.ts";

const plan = readWorkflow("plan");
const drift = readWorkflow("drift");
const token = { GH_TOKEN: "github-token", NUMBER: "7", FILE: "secgroup.yaml" };

let runner: Runner;
beforeEach(async () => {
  runner = await createRunner();
  expect((await runner.run(scriptOf(plan, "check", "Install"), { VERSION: "1.2.3" })).code).toBe(0);
});
afterEach(() => runner.close());

const withClouds = (environment: object = {}) => ({
  FILE: "secgroup.yaml",
  VARIABLES: "",
  ...runner.clouds,
  ...environment,
});
const makePlan = (): Promise<Ran> => runner.run(scriptOf(plan, "plan", "Plan"), withClouds());
const comment = (): Promise<Ran> => runner.run(scriptOf(plan, "comment", "Create or update the comment"), token);
const look = (): Promise<Ran> => runner.run(scriptOf(drift, "look", "Look"), withClouds());
const tellDrift = (found: string | undefined): Promise<Ran> =>
  runner.run(scriptOf(drift, "issue", "Open, update or close the issue"), { ...token, DRIFT: found ?? "" });
const apply = (): Promise<Ran> =>
  runner.run('node "$RUNNER_TEMP/secgroup/node_modules/secgroup/bin/secgroup.js" apply --yes', runner.clouds);

// The scripts are for runners with Linux.
const onLinux = describe.skipIf(process.platform !== "linux");

onLinux("the workflow for pull requests", { timeout: 60_000 }, () => {
  it("makes one comment and keeps it up to date, beside what others wrote", async () => {
    const stranger = { id: 3, user: { login: "somebody" }, body: "<!-- secgroup plan secgroup.yaml -->\nmine" };
    writeStore(runner, { comments: [stranger], issues: [], calls: [] });
    expect(await makePlan()).toMatchObject({ code: 0, outputs: { changes: "true", written: "true" } });
    expect(existsSync(join(runner.temporary, "secgroup-plan/plan.html"))).toBe(true);
    expect(await comment()).toMatchObject({ code: 0 });
    const [, first] = readStore(runner).comments;
    expect(first?.body).toContain("**Plan: 5 rules to add");
    await apply();
    expect(await makePlan()).toMatchObject({ code: 0, outputs: { changes: "false" } });
    expect(await comment()).toMatchObject({ code: 0 });
    const { comments } = readStore(runner);
    expect(comments.length).toBe(2);
    expect(comments[0]).toEqual(stranger);
    expect(comments[1]).toMatchObject({ id: first?.id, body: expect.stringContaining("**Nothing to do:") });
  });

  it("tells of a plan that failed in the same comment, and fails", async () => {
    await makePlan();
    await comment();
    expect(await runner.run(scriptOf(plan, "plan", "Plan"), withClouds({ IONOS_TOKEN: "wrong" }))).toMatchObject({
      code: 1,
      outputs: { written: "true" },
    });
    await comment();
    const { comments } = readStore(runner);
    expect(comments.map(({ body }) => body)).toEqual([expect.stringContaining("error unauthorized")]);
  });

  it("gives lint's findings to code scanning", async () => {
    const linted = await runner.run(scriptOf(plan, "check", "Lint"), withClouds());
    expect(linted.outputs).toEqual({ sarif: "true" });
    expect(await runner.run(scriptOf(plan, "code-scanning", "Upload"), token)).toMatchObject({ code: 0 });
    const { sarif } = readStore(runner);
    expect(sarif).toMatchObject({ commit_sha: "0".repeat(40), ref: "refs/pull/7/merge" });
    expect(JSON.parse(gunzipSync(Buffer.from(sarif?.sarif ?? "", "base64")).toString())).toMatchObject({
      version: "2.1.0",
    });
  });

  it.each<[what: string, file: string]>([
    ["a program", "secgroup.ts"],
    ["a link to a program", "program.yaml"],
    ["a link to a file of the machine", "machine.yaml"],
    ["a file elsewhere", "../elsewhere.yaml"],
    ["no file", "missing.yaml"],
  ])("refuses %s as document, in each job", async (_what, file) => {
    runner.put("secgroup.ts", "process.exit(0);");
    runner.put("../elsewhere.yaml", "targets: {}\n");
    symlinkSync("secgroup.ts", join(runner.checkout, "program.yaml"));
    symlinkSync("/proc/self/environ", join(runner.checkout, "machine.yaml"));
    for (const script of [
      scriptOf(plan, "check", "The document is data"),
      scriptOf(plan, "plan", "The document is data"),
      scriptOf(drift, "look", "The document is data"),
    ]) {
      expect((await runner.run(script, { FILE: file })).code).toBe(1);
      expect((await runner.run(script, { FILE: "secgroup.yaml" })).code).toBe(0);
    }
  });

  it.each(["latest", "1.2", "^1.2.3", "1.2.3 evil", "file:../evil", ""])("installs no version %j", async (VERSION) => {
    expect((await runner.run(scriptOf(plan, "check", "Install"), { VERSION })).code).toBe(1);
    expect((await runner.run(scriptOf(drift, "look", "Install"), { VERSION })).code).toBe(1);
  });

  it.each<[event: string, plans: number, drifts: number]>([
    ["pull_request", 0, 1],
    ["pull_request_target", 1, 1],
    ["workflow_run", 1, 1],
    ["schedule", 1, 0],
  ])("for the event %s ends with %i, and drift with %i", async (EVENT, plans, drifts) => {
    expect((await runner.run(scriptOf(plan, "check", "Only for pull requests"), { EVENT })).code).toBe(plans);
    expect((await runner.run(scriptOf(drift, "look", "Only for what was merged"), { EVENT })).code).toBe(drifts);
  });

  it("says that a change from a fork is not planned", async () => {
    const { said } = await runner.run(scriptOf(plan, "check", "No plan for a fork"));
    expect(said).toContain("::notice::This change comes from a fork");
    expect(readFileSync(join(runner.temporary, "../summary.md"), "utf8")).toContain("not planned");
  });

  it("validates with the variables that it is given, and lets no line of a document be a command", async () => {
    runner.put(
      "secgroup.yaml",
      'targets:\n  fra: { cloud: ionos, datacenter: "${PLACE}" }\ngroups:\n  "\\n::error::web": { on: nowhere }\n',
    );
    const script = scriptOf(plan, "check", "Validate");
    expect((await runner.run(script, { FILE: "secgroup.yaml", VARIABLES: "" })).said).toContain("PLACE");
    const { code, said } = await runner.run(script, { FILE: "secgroup.yaml", VARIABLES: "OTHER=1\nPLACE=a=b\n" });
    expect(code).toBe(1);
    const [, stop] = /^::stop-commands::([0-9a-f-]{36})\n/.exec(said) ?? [];
    expect(said.trimEnd().endsWith(`\n::${stop}::`)).toBe(true);
  });
});

onLinux("the workflow for drift", { timeout: 60_000 }, () => {
  it("opens one issue, updates it, and closes it", async () => {
    const first = await look();
    expect(first).toMatchObject({ code: 0, outputs: { drift: "true", artifact: "secgroup-drift-secgroup.yaml" } });
    expect((await tellDrift(first.outputs["drift"])).code).toBe(0);
    expect((await tellDrift((await look()).outputs["drift"])).code).toBe(0);
    expect(readStore(runner).issues).toEqual([
      expect.objectContaining({ state: "open", title: "The clouds differ from secgroup.yaml" }),
    ]);
    expect(readStore(runner).calls).toContain("PATCH /issues/1");
    await apply();
    const last = await look();
    expect(last.outputs["drift"]).toBe("false");
    expect((await tellDrift("false")).code).toBe(0);
    expect(readStore(runner).issues).toEqual([
      expect.objectContaining({ state: "closed", body: expect.stringContaining("No drift") }),
    ]);
    const calls = readStore(runner).calls.length;
    expect((await tellDrift("false")).code).toBe(0);
    expect(readStore(runner).calls.length).toBe(calls + 1);
  });

  it("leaves the issue alone when the look failed", async () => {
    const { code, outputs } = await runner.run(scriptOf(drift, "look", "Look"), withClouds({ IONOS_TOKEN: "wrong" }));
    expect({ code, drift: outputs["drift"] }).toEqual({ code: 1, drift: undefined });
    expect(drift.jobs["issue"]).toMatchObject({ needs: "look" });
    expect(drift.jobs["issue"]?.if).toBeUndefined();
  });
});
