import { readFileSync } from "node:fs";
import { parse, parseAllDocuments } from "yaml";

export interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

export interface WorkflowJob {
  readonly if?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly WorkflowStep[];
  readonly needs?: string | readonly string[];
}

export interface Workflow {
  readonly on: { readonly workflow_call: object };
  readonly permissions: Readonly<Record<string, string>>;
  readonly defaults: object;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export interface PipelineJob {
  readonly extends?: string;
  readonly script?: readonly string[];
  readonly before_script?: readonly string[];
  readonly rules?: readonly { readonly if: string }[];
}

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");

export function readWorkflow(name: "plan" | "drift"): Workflow {
  return parse(read(`.github/workflows/${name}.yml`)) as Workflow;
}

/** The jobs of the GitLab template, those that are only extended too. */
export function readPipeline(): Readonly<Record<string, PipelineJob>> {
  const [, jobs] = parseAllDocuments(read("templates/gitlab/secgroup.gitlab-ci.yml"));
  return jobs?.toJS() as Record<string, PipelineJob>;
}

/** What a step of a workflow runs. */
export function scriptOf(workflow: Workflow, job: string, step: string): string {
  const script = workflow.jobs[job]?.steps.find(({ name }) => name === step)?.run;
  if (script === undefined) throw new Error(`the job ${job} has no step ${step} that runs something`);
  return script;
}

/** What a job of the template runs, with what it extends. */
export function pipelineScriptOf(jobs: Readonly<Record<string, PipelineJob>>, name: string): string {
  const job = jobs[name];
  const base = job?.extends === undefined ? undefined : jobs[job.extends];
  if (job?.script === undefined || base?.before_script === undefined) throw new Error(`there is no job ${name}`);
  return [...base.before_script, ...job.script].join("\n");
}
