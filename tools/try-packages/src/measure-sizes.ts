import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";

/** What one bundle weighs, minified and compressed with brotli. */
interface Measured {
  readonly name: string;
  readonly size: number;
  readonly sizeLimit: number;
  readonly passed: boolean;
}

/** Measures what `.size-limit.json` names. A limit stands a little above what was measured when it was set: raise it knowingly. */
export async function measureSizes(
  tool: string,
): Promise<readonly { readonly title: string; readonly problems: readonly string[] }[]> {
  const limits = JSON.parse(await readFile(join(tool, ".size-limit.json"), "utf8")) as readonly unknown[];
  const { stdout, output } = await runCommand("pnpm", ["exec", "size-limit", "--json"], { cwd: tool });
  const measured = readMeasured(stdout);
  if (limits.length === 0 || measured.length !== limits.length)
    return [{ title: "sizes", problems: [`${measured.length} of ${limits.length} measured: ${output}`] }];
  return measured.map(({ name, size, sizeLimit, passed }) => ({
    title: `size of ${name}: ${kilobytes(size)} of ${kilobytes(sizeLimit)} kB`,
    problems: passed ? [] : [`${size - sizeLimit} bytes too much`],
  }));
}

function readMeasured(text: string): readonly Measured[] {
  try {
    return JSON.parse(text) as readonly Measured[];
  } catch {
    return [];
  }
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
