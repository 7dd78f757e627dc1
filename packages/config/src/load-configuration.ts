import { extname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { SecurityGroupError } from "@secgroup/core";
import type { Configuration } from "./configuration.ts";
import { InvalidDocumentError } from "./problem/invalid-document-error.ts";
import { readConfiguration, readConfigurationValue, type ReadOptions } from "./read-configuration.ts";
import { readLimitedFile } from "./source/read-limited-file.ts";

/** Thousands of groups take less; what is greater is not a document. */
const maximumBytes = 16 * 2 ** 20;
const textEndings = [".yaml", ".yml", ".json"];
const moduleEndings = [".ts", ".mts", ".js", ".mjs"];

/**
 * Reads the document in a file; its ending says what it is: `.yaml`, `.yml` and `.json` are texts, `.ts`, `.mts`, `.js` and `.mjs`
 * are modules, which are run, and whose default export is the document. Only ever run a module that the user named.
 *
 * Throws `usage` for a file that cannot be read, is larger than 16 MiB or has another ending, and `InvalidDocumentError` for what is wrong inside.
 */
export async function loadConfiguration(
  file: string,
  { environment }: Pick<ReadOptions, "environment">,
): Promise<Configuration> {
  const ending = extname(file).toLowerCase();
  if (textEndings.includes(ending))
    return readConfiguration(decode(await readLimitedFile(file, maximumBytes), file), { file, environment });
  if (moduleEndings.includes(ending)) {
    await readLimitedFile(file, maximumBytes);
    return readConfigurationValue(await importDefault(file), { file, environment });
  }
  const known = [...textEndings, ...moduleEndings].join(", ");
  throw new SecurityGroupError("usage", `${file} does not end in one of ${known}`, {
    place: { file },
    hint: "Rename the file, or name another one.",
  });
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new InvalidDocumentError([{ message: "the file is not UTF-8 text; save it as UTF-8", place: { file } }], {
      cause,
    });
  }
}

async function importDefault(file: string): Promise<unknown> {
  let module: unknown;
  try {
    module = await import(pathToFileURL(resolve(file)).href);
  } catch (cause) {
    throw new InvalidDocumentError(
      [{ message: `the module cannot be loaded: ${describeCause(cause)}`, place: { file } }],
      { cause },
    );
  }
  if (typeof module === "object" && module !== null && "default" in module) return module.default;
  throw new InvalidDocumentError([
    { message: "the module has no default export; write export default { … }", place: { file } },
  ]);
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
