import { jsonSchemaFile } from "@secgroup/config";
import { readFile } from "node:fs/promises";
import type { Context } from "../context.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";

/** `secgroup schema`. */
export async function runSchema({ stdout }: Context): Promise<ExitCode> {
  stdout.write(await readFile(jsonSchemaFile, "utf8"));
  return exitCode.success;
}
