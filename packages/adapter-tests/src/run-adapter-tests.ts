import type { AdapterUnderTest, Backend } from "./backend.ts";
import { buildSuite } from "./suite.ts";

/** What the suite needs of a test runner: `describe` and `it` of vitest, jest or node:test. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

/**
 * Registers with a test runner everything that an adapter must pass: one block for each chapter, and a last test that fails
 * when less ran than the capabilities imply. Its name tells how many checks each chapter has.
 */
export function runAdapterTests<Cloud extends Backend>(
  adapterUnderTest: AdapterUnderTest<Cloud>,
  runner: Runner,
): void {
  const { chapters, count } = buildSuite(adapterUnderTest);
  for (const { title, checks } of chapters) {
    runner.describe(title, () => {
      for (const { name, run } of checks) runner.it(name, run);
    });
  }
  runner.describe("the count", () => {
    runner.it(count.name, count.run);
  });
}
