import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { help } from "../src/command/help.ts";
import { providers } from "../src/provider.ts";
import type { Json } from "./support/plant.ts";

const read = (path: string): Promise<string> => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");
const names = providers.map(({ name }) => name);

/** Options in the lines that call the command; those of other tools stand elsewhere. */
const optionsIn = (script: string): ReadonlySet<string> =>
  new Set([...script.matchAll(/(?<=[\s(])--[a-z-]+/g)].map(([option]) => option));

describe("the workflow for GitHub Actions", () => {
  it("has one job for each vendor and calls the command with options that it has", async () => {
    const workflow: Json = parse(await read(".github/workflows/contracts.yml"));
    const { verify } = workflow.jobs;
    expect(verify.strategy.matrix.provider).toEqual(names);
    const { run } = verify.steps.find(({ name }: Json) => name === "Verify");
    const options = optionsIn(run);
    expect(options).toContain("--provider");
    for (const option of options) expect(help).toContain(option);
    // Values reach the shell as variables, never as text of the script.
    expect(run).not.toContain("${{");
  });

  it("is called every day to watch for drift, with inputs that it has", async () => {
    const drift: Json = parse(await read(".github/workflows/api-drift.yml"));
    const workflow: Json = parse(await read(".github/workflows/contracts.yml"));
    const { uses, with: inputs } = drift.jobs.contracts;
    expect(uses).toBe("./.github/workflows/contracts.yml");
    expect(Object.keys(workflow.on.workflow_call.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
  });
});

it("the template for GitLab has one job for each vendor and calls the command with options that it has", async () => {
  const documents = parseAllDocuments(await read("packages/contracts/ci/gitlab/contracts.yml"));
  const [spec, jobs]: Json[] = documents.map((document) => document.toJS());
  expect(names.map((name) => jobs[`contracts:${name}`].variables.CONTRACTS_PROVIDER)).toEqual(names);
  const script = jobs[".contracts"].script.join("\n");
  for (const option of optionsIn(script)) expect(help).toContain(option);
  const used = [...JSON.stringify(jobs).matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys(spec.spec.inputs)));
});
