import type { RepositoryFile, Supplies } from "./read-supplies.ts";

const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const dependencyFields = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
const installScripts = ["preinstall", "install", "postinstall", "prepare", "prepublish"] as const;

/** Settings of pnpm that must stand as they are, whatever its defaults become. */
const settings: readonly string[] = [
  "verifyDepsBeforeRun: install",
  "strictDepBuilds: true",
  "blockExoticSubdeps: true",
  "minimumReleaseAge: 1440",
  "trustPolicy: no-downgrade",
];

/** Permissions beyond reading that a workflow may give, each for a reason that is written beside it there. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  ".github/workflows/drift.yml": ["issues: write"],
  ".github/workflows/plan.yml": ["pull-requests: write", "security-events: write"],
  ".github/workflows/release.yml": ["id-token: write"],
};

interface Manifest extends Partial<Record<(typeof dependencyFields)[number], Readonly<Record<string, string>>>> {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly packageManager?: string;
}

/** Everything by which code that nobody has looked at could get in, one sentence each. */
export function checkSupplies({ manifests, workspace, lockfile, workflows }: Supplies): string[] {
  return [
    ...manifests.flatMap(checkManifest),
    ...checkWorkspace(workspace),
    ...checkLockfile(lockfile),
    ...workflows.flatMap(checkWorkflow),
  ];
}

function checkManifest({ path, text }: RepositoryFile): string[] {
  const manifest = JSON.parse(text) as Manifest;
  const ranges = dependencyFields.flatMap((field) =>
    Object.entries(manifest[field] ?? {})
      .filter(([, wanted]) => wanted !== "catalog:" && wanted !== "workspace:*" && !exactVersion.test(wanted))
      .map(([name, wanted]) => `${path} wants ${name} as ${wanted}; write catalog:, workspace:* or an exact version`),
  );
  const scripts = installScripts
    .filter((name) => manifest.scripts?.[name] !== undefined)
    .map((name) => `${path} has the script ${name}, which would run on whoever installs it; remove it`);
  const { packageManager } = manifest;
  const isPinned = packageManager === undefined || exactVersion.test(packageManager.replace(/^pnpm@/, ""));
  return [...ranges, ...scripts, ...(isPinned ? [] : [`${path} has no exact version in packageManager`])];
}

function checkWorkspace(text: string): string[] {
  const lines = text.split("\n");
  const versions = entriesOf(lines, "catalog").map(([name, wanted]) => ({ name, wanted }));
  return [
    ...settings
      .filter((setting) => !lines.includes(setting))
      .map((setting) => `pnpm-workspace.yaml has no line ${setting}`),
    ...(versions.length > 0 ? [] : ["pnpm-workspace.yaml has no catalog that could be checked"]),
    ...lines
      .filter((line) => /^(catalogs|dangerouslyAllowAllBuilds|trustLockfile|overrides):/.test(line))
      .map((line) => `pnpm-workspace.yaml has ${line}, which nobody checks; remove it`),
    ...versions
      .filter(({ wanted }) => !exactVersion.test(wanted))
      .map(({ name, wanted }) => `pnpm-workspace.yaml has ${name} as ${wanted}; write an exact version`),
    ...entriesOf(lines, "allowBuilds")
      .filter(([, allowed]) => allowed !== "false")
      .map(([name]) => `pnpm-workspace.yaml lets ${name} run a script at install; find a way without`),
  ];
}

function checkLockfile(text: string): string[] {
  const packages = [...text.matchAll(/^ {2}(\S+):\n {4}resolution: (.*)$/gm)];
  if (packages.length === 0) return ["pnpm-lock.yaml has no package that could be checked"];
  return packages
    .filter(([, , resolution = ""]) => !/^\{integrity: sha512-[A-Za-z0-9+/=]+\}$/.test(resolution))
    .map(([, name]) => `pnpm-lock.yaml has ${name} without a digest, or from elsewhere than the registry`);
}

/** The lines of one section as names and values; a line that is neither has the whole of it as name. */
function entriesOf(lines: readonly string[], section: string): readonly (readonly [name: string, value: string])[] {
  const start = lines.indexOf(`${section}:`) + 1;
  if (start === 0) return [];
  const length = lines.slice(start).findIndex((line) => line !== "" && !line.startsWith(" "));
  return lines
    .slice(start, length < 0 ? undefined : start + length)
    .filter((line) => line.trim() !== "" && !line.trim().startsWith("#"))
    .map((line) => {
      const [, name = line.trim(), value = ""] = /^ {2}"?([^\s":]+)"?: (\S+)$/.exec(line) ?? [];
      return [name, value];
    });
}

function checkWorkflow({ path, text }: RepositoryFile): string[] {
  const actions = [...text.matchAll(/\buses:\s*(\S+)/g)].map(([, action = ""]) => action);
  return [
    ...actions
      .filter((action) => !action.startsWith("./") && !/@[0-9a-f]{40}$/.test(action))
      .filter((action) => !action.startsWith("<"))
      .map((action) => `${path} uses ${action}; name the commit by its whole digest, and the version in a comment`),
    ...(/^permissions:\n {2}contents: read\n(?! )/m.test(text)
      ? []
      : [`${path} does not begin with the permission to read contents, and no other`]),
    ...[...text.matchAll(/^.*(?:: write\b|\bsecrets: inherit\b|\bpull_request_target\b|\bwrite-all\b).*$/gm)]
      .map(([line]) => line.trim())
      .filter((line) => !line.startsWith("#") && permissions[path]?.includes(line.replace(/ #.*$/, "")) !== true)
      .map((line) => `${path} has "${line}", which gives away more than it needs`),
    ...[...text.matchAll(/\bpnpm@(\S+)/g)]
      .filter(([, version = ""]) => !exactVersion.test(version))
      .map(([wanted]) => `${path} takes ${wanted}; write an exact version`),
  ];
}
