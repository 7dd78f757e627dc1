import type { WorkspacePackage } from "./read-workspace.ts";

/** What a package may import of this workspace; `types` only where nothing of it may be left at run time. */
interface Arrows {
  readonly imports: readonly string[];
  readonly types?: readonly string[];
  /** Whether it must run without Node's own modules: in Deno, Bun, a browser and at the edge too. */
  readonly isPortable: boolean;
}

/** The arrows of ARCHITECTURE.md. A package that is not listed is a problem, so that a new one gets its arrows decided. */
const arrows: Readonly<Record<string, Arrows>> = {
  "packages/api-types": { imports: [], isPortable: true },
  "packages/core": { imports: [], types: ["@secgroup/api-types"], isPortable: true },
  "packages/adapter-ionos": { imports: ["@secgroup/core"], types: ["@secgroup/api-types"], isPortable: true },
  "packages/adapter-gcore": { imports: ["@secgroup/core"], types: ["@secgroup/api-types"], isPortable: true },
  "packages/adapter-tests": { imports: ["@secgroup/core"], isPortable: true },
  "packages/simulator": { imports: ["@secgroup/api-types"], isPortable: false },
  "packages/contracts": { imports: ["@secgroup/api-types", "@secgroup/simulator"], isPortable: false },
  "packages/config": { imports: ["@secgroup/core"], isPortable: false },
  "apps/console": { imports: ["@secgroup/core"], isPortable: true },
  "apps/cli": {
    types: ["@secgroup/console"],
    imports: [
      "@secgroup/core",
      "@secgroup/config",
      "@secgroup/adapter-ionos",
      "@secgroup/adapter-gcore",
      "@secgroup/simulator",
    ],
    isPortable: false,
  },
  "tools/check": { imports: [], isPortable: false },
  "tools/chromium": { imports: [], isPortable: false },
  "tools/specgen": { imports: [], isPortable: false },
  "tools/mutation-test": { imports: [], isPortable: false },
  "tools/simulate-faults": {
    imports: ["@secgroup/core", "@secgroup/adapter-ionos", "@secgroup/adapter-gcore", "@secgroup/simulator"],
    isPortable: false,
  },
  "tools/write-documents": {
    imports: ["@secgroup/core", "@secgroup/adapter-ionos", "@secgroup/adapter-gcore", "@secgroup/simulator"],
    isPortable: false,
  },
  "tools/api-report": { imports: [], isPortable: false },
  "tools/try-packages": {
    imports: [
      "@secgroup/core",
      "@secgroup/adapter-ionos",
      "@secgroup/adapter-gcore",
      "@secgroup/simulator",
      "@secgroup/chromium",
    ],
    isPortable: false,
  },
  "tools/bench": {
    imports: [
      "@secgroup/core",
      "@secgroup/config",
      "@secgroup/adapter-ionos",
      "@secgroup/adapter-gcore",
      "@secgroup/simulator",
    ],
    isPortable: false,
  },
};

/** Files that every adapter has, under its vendor's name. Others mean something special to that vendor. */
const adapterFiles: readonly string[] = [
  "index.ts",
  "VENDOR-adapter.ts",
  "VENDOR-answer.ts",
  "VENDOR-capabilities.ts",
  "VENDOR-client.ts",
  "VENDOR-environment.ts",
  "VENDOR-error.ts",
  "list-groups.ts",
  "read-attachments.ts",
  "read-group.ts",
  "read-operation.ts",
  "read-rule.ts",
  "write-rule.ts",
  "write-step.ts",
];

/** Everything that breaks the structure, one sentence each. */
export function checkStructure(packages: readonly WorkspacePackage[]): string[] {
  const names = packages.map(({ name }) => name);
  return packages.flatMap((workspacePackage) => [
    ...checkArrows(workspacePackage, names),
    ...checkAdapterFiles(workspacePackage),
    ...checkFileNames(workspacePackage),
    ...checkPurity(workspacePackage),
  ]);
}

function checkArrows({ folder, sources }: WorkspacePackage, names: readonly string[]): string[] {
  const allowed = arrows[folder];
  if (allowed === undefined) return [`${folder} has no arrows: say in the structure check what it may import`];
  return sources.flatMap(({ path, imports }) =>
    imports.flatMap(({ from, isTypeOnly }) => {
      const own = names.find((name) => from === name || from.startsWith(`${name}/`));
      if (own === undefined)
        return allowed.isPortable && from.startsWith("node:")
          ? [`${folder}/${path} imports ${from}, yet must run without Node`]
          : [];
      if (allowed.imports.includes(own)) return [];
      if (allowed.types?.includes(own))
        return isTypeOnly ? [] : [`${folder}/${path} imports ${from} at run time; only its types are allowed`];
      return [
        `${folder}/${path} imports ${from}; its arrows are: ${[...allowed.imports, ...(allowed.types ?? [])].join(", ") || "none"}`,
      ];
    }),
  );
}

function checkAdapterFiles({ folder, sources }: WorkspacePackage): string[] {
  const vendor = /^packages\/adapter-(ionos|gcore)$/.exec(folder)?.[1];
  if (vendor === undefined) return [];
  const present = new Set(sources.map(({ path }) => path));
  return adapterFiles
    .map((file) => `src/${file.replace("VENDOR", vendor)}`)
    .flatMap((file) => (present.has(file) ? [] : [`${folder} lacks ${file}, which every adapter has`]));
}

function checkFileNames({ folder, sources }: WorkspacePackage): string[] {
  return sources.flatMap(({ path }) =>
    /^src(\/[a-z0-9]+(-[a-z0-9]+)*)+\.tsx?$/.test(path) ? [] : [`${folder}/${path} is not named in kebab-case`],
  );
}

/** Core takes time and chance from its caller; `systemClock` is what it offers callers for that. */
function checkPurity({ folder, sources }: WorkspacePackage): string[] {
  if (folder !== "packages/core") return [];
  return sources.flatMap(({ path, code }) => {
    const impure =
      path === "src/operation/clock.ts"
        ? undefined
        : /Date\.now|Math\.random|new Date\(\)|performance\.now|setTimeout/.exec(code)?.[0];
    return impure === undefined ? [] : [`${folder}/${path} uses ${impure}; time and chance are handed in`];
  });
}
