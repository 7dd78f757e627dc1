import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkSupplies } from "../src/check-supplies.ts";
import { readSupplies, type RepositoryFile } from "../src/read-supplies.ts";
import { readWorkspace } from "../src/read-workspace.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folders = (await readWorkspace(root)).map(({ folder }) => folder);
const supplies = await readSupplies(root, folders);

const edit = (files: readonly RepositoryFile[], path: string, from: string, to: string): readonly RepositoryFile[] =>
  files.map((file) => (file.path === path ? { path, text: replaced(file.text, from, to) } : file));

function replaced(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

it("holds for this repository, of which it sees every package and workflow", () => {
  expect(supplies.manifests.map(({ path }) => path)).toEqual(
    expect.arrayContaining(["package.json", "apps/cli/package.json", "tools/specgen/package.json"]),
  );
  expect(supplies.workflows.length).toBeGreaterThan(1);
  expect(checkSupplies(supplies)).toEqual([]);
});

describe("finds", () => {
  it.each([
    ["package.json", '"vitest": "catalog:"', '"vitest": "^5.1.1"', "vitest as ^5.1.1"],
    ["package.json", '"vitest": "catalog:"', '"vitest": "latest"', "vitest as latest"],
    ["package.json", '"vitest": "catalog:"', '"vitest": "github:a/b"', "vitest as github:a/b"],
    ["tools/specgen/package.json", '"typescript": "5.9.3"', '"typescript": "5.9"', "typescript as 5.9"],
    ["apps/cli/package.json", '"test": "vitest run"', '"postinstall": "node x.js"', "the script postinstall"],
    ["package.json", "pnpm@12.21.0", "pnpm@^12", "no exact version in packageManager"],
  ])("in %s, in place of %s, a planted %s", (path, from, to, part) => {
    const manifests = edit(supplies.manifests, path, from, to);
    expect(checkSupplies({ ...supplies, manifests })).toEqual([expect.stringContaining(part)]);
  });

  it.each([
    ["zod: 4.6.7", "zod: ^4.6.7", "zod as ^4.6.7"],
    ["zod: 4.6.7", "zod: npm:other@1.0.0", "zod as npm:other@1.0.0"],
    ["zod: 4.6.7", "zod: { a: b }", "write an exact version"],
    ['"@scarf/scarf": false', '"@scarf/scarf": true', "lets @scarf/scarf run"],
    ["strictDepBuilds: true", "strictDepBuilds: false", "no line strictDepBuilds: true"],
    ["pmOnFail: ignore", "dangerouslyAllowAllBuilds: true", "has dangerouslyAllowAllBuilds"],
    ["catalog:\n", "catalogue:\n", "no catalog that could be checked"],
  ])("in the settings of pnpm, in place of %s, a planted %s", (from, to, part) => {
    expect(checkSupplies({ ...supplies, workspace: replaced(supplies.workspace, from, to) })).toEqual([
      expect.stringContaining(part),
    ]);
  });

  it.each([
    ["{integrity: sha512-", "{tarball: https://example.com/a.tgz, integrity: sha512-", "elsewhere than the registry"],
    ["{integrity: sha512-", "{integrity: sha1-", "without a digest"],
    [
      "packages:\n\n  ",
      "packages:\n\n  a@1.0.0:\n    resolution: {commit: abc, repo: b, type: git}\n\n  ",
      "has a@1.0.0",
    ],
  ])("in the lockfile, in place of %s, a planted %s", (from, to, part) => {
    expect(checkSupplies({ ...supplies, lockfile: replaced(supplies.lockfile, from, to) })).toEqual([
      expect.stringContaining(part),
    ]);
  });

  it.each([
    [
      "contracts.yml",
      "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
      "actions/checkout@v4",
      "checkout@v4",
    ],
    ["contracts.yml", "contents: read\n", "contents: write\n", "permission to read contents"],
    ["contracts.yml", "contents: read\n", "contents: read\n  id-token: none\n", "permission to read contents"],
    ["contracts.yml", "pnpm@12.21.0 install", "pnpm@12 install", "takes pnpm@12"],
    ["release.yml", "id-token: write", "packages: write", '"packages: write'],
    ["release.yml", "      contents: read\n", "      contents: write\n", '"contents: write"'],
    ["contracts.yml", "  verify:\n", "  verify:\n    permissions:\n      id-token: write\n", '"id-token: write"'],
    ["plan.yml", "      security-events: write", "      contents: write", '"contents: write'],
    ["drift.yml", "      issues: write", "      pull-requests: write", '"pull-requests: write'],
    ["plan.yml", "  workflow_call:\n", "  pull_request_target:\n  workflow_call:\n", "pull_request_target"],
    ["api-drift.yml", "    secrets:\n", "    secrets: inherit\n", "secrets: inherit"],
  ])("in %s, in place of %s, a planted %s", (name, from, to, part) => {
    const workflows = edit(supplies.workflows, `.github/workflows/${name}`, from, to);
    expect(checkSupplies({ ...supplies, workflows }).join("\n")).toContain(part);
  });
});
