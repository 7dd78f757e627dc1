import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  ExtractorMessageCategory,
  type ExtractorMessage,
} from "@microsoft/api-extractor";
import { fileNameOf, type Entry } from "./find-entries.ts";
import { isInner } from "./inner-symbols.ts";

/** What was written, and what is wrong with the API itself, one sentence each. */
export interface WrittenReports {
  readonly count: number;
  readonly problems: readonly string[];
  /** All declarations of each entry as one text, by its name. */
  readonly declarations: ReadonlyMap<string, string>;
}

/** Writes the report of each entry into `api` beside its package's manifest. The packages must be built. */
export async function writeReports(entries: readonly Entry[], tool: string): Promise<WrittenReports> {
  const temporary = await mkdtemp(join(tmpdir(), "api-report-"));
  try {
    const configs = entries.map((entry) => ({ entry, config: configOf(entry, entries, tool, temporary) }));
    const [first] = configs;
    if (first === undefined) return { count: 0, problems: [], declarations: new Map() };
    // One program for all: most of the time goes into reading declarations that they share.
    const compilerState = CompilerState.create(first.config);
    const problems: string[] = [];
    const declarations = new Map<string, string>();
    for (const { entry, config } of configs) {
      const main = configs.find((other) => other.entry.folder === entry.folder);
      const mainReport =
        main === undefined || main.entry === entry ? "" : await readFile(main.config.reportFilePath, "utf8");
      await mkdir(join(entry.folder, "api"), { recursive: true });
      const messageCallback = (message: ExtractorMessage): void => {
        message.handled = true;
        const problem = problemOf(message, entry, mainReport);
        if (problem !== undefined) problems.push(problem);
      };
      Extractor.invoke(config, { localBuild: true, compilerState, messageCallback });
      declarations.set(entry.name, await readFile(config.untrimmedFilePath, "utf8"));
    }
    return { count: configs.length, problems, declarations };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

function configOf(entry: Entry, entries: readonly Entry[], tool: string, temporary: string): ExtractorConfig {
  const { folder, declarations } = entry;
  const compilerOptions = {
    target: "ES2023",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    types: ["node"],
    typeRoots: [join(tool, "node_modules/@types")],
    strict: true,
    skipLibCheck: true,
  };
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(folder, "package.json"),
    configObjectFullPath: join(folder, "api-extractor.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      compiler: {
        overrideTsconfig: { compilerOptions, files: entries.map((other) => other.declarations) },
      },
      apiReport: {
        enabled: true,
        reportFolder: join(folder, "api"),
        reportTempFolder: temporary,
        reportFileName: `${fileNameOf(entry)}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: join(temporary, `${fileNameOf(entry)}.d.ts`) },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          "ae-forgotten-export": { logLevel: ExtractorLogLevel.Warning },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
}

/** `mainReport` is that of the package's main entry, whose types its other entries may speak of. */
function problemOf(
  { category, logLevel, messageId, text }: ExtractorMessage,
  { name }: Entry,
  mainReport: string,
): string | undefined {
  if (messageId === "ae-forgotten-export") {
    const symbol = /"([^"]+)"/.exec(text)?.[1] ?? text;
    const isExportedByMain = new RegExp(`^export (interface|type|class|const) ${symbol}\\b`, "m").test(mainReport);
    return isExportedByMain || isInner(name, symbol)
      ? undefined
      : `${name} speaks of ${symbol}, and its package does not export it`;
  }
  const isSerious = logLevel === ExtractorLogLevel.Error || category === ExtractorMessageCategory.Compiler;
  return isSerious ? `${name}: ${text}` : undefined;
}
