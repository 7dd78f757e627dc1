import type { AdapterUnderTest, Backend } from "./backend.ts";
import type { Chapter, Check } from "./chapter.ts";
import { buildSuite } from "./suite.ts";

/** How a check ended. */
export interface CheckResult {
  readonly name: string;
  /** Absent when it passed. */
  readonly error?: Error | undefined;
}

/** How the checks of a chapter ended, in their order. */
export interface ChapterResult {
  readonly chapter: string;
  readonly checks: readonly CheckResult[];
}

/** Runs the suite without a test runner, one check after the other. The last entry, `the count`, tells whether enough ran. */
export async function collectResults<Cloud extends Backend>(
  adapterUnderTest: AdapterUnderTest<Cloud>,
  chapters?: readonly Chapter[],
): Promise<readonly ChapterResult[]> {
  const suite = buildSuite(adapterUnderTest, chapters);
  const results: ChapterResult[] = [];
  for (const { title, checks } of [...suite.chapters, { title: "the count", checks: [suite.count] }]) {
    const collected: CheckResult[] = [];
    for (const each of checks) collected.push(await runCheck(each));
    results.push({ chapter: title, checks: collected });
  }
  return results;
}

async function runCheck({ name, run }: Check): Promise<CheckResult> {
  try {
    await run();
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
