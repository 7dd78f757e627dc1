import type { PackedPackage } from "./packed-package.ts";
import { problemsOf, runCommand } from "./run-command.ts";

/** What publint says against an archive; suggestions count. */
export async function lintPackage({ tarball }: PackedPackage, tool: string): Promise<readonly string[]> {
  return problemsOf("pnpm", ["exec", "publint", "--strict", tarball], { cwd: tool });
}

/** Whether each entry's types are those of its module, for importers of ES modules. */
export async function checkEntryTypes(
  { name, entries, tarball }: Pick<PackedPackage, "name" | "entries" | "tarball">,
  tool: string,
): Promise<readonly string[]> {
  const args = ["exec", "attw", "--profile", "esm-only", "--format", "json", tarball];
  const { isSuccess, stdout, output } = await runCommand("pnpm", args, { cwd: tool });
  if (!stdout.startsWith("{")) return [output];
  const { analysis, problems = {} } = JSON.parse(stdout) as EntryTypes;
  // Of a package without any types it says so, and that all is well.
  const seen = new Set(Object.keys(analysis.entrypoints ?? {}).map((path) => name + path.slice(1)));
  return [
    ...entries.filter((entry) => !seen.has(entry)).map((entry) => `${entry} has no types`),
    ...(isSuccess ? [] : [JSON.stringify(problems, undefined, 2)]),
  ];
}

/** What attw says, as far as it is looked at. */
interface EntryTypes {
  readonly analysis: { readonly entrypoints?: Readonly<Record<string, unknown>> };
  readonly problems?: unknown;
}
