import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import base from "../../../../vitest.base.ts";

const [folder = ""] = (process.env["MUTATED_PART"] ?? "").split("/");

/** Small files first: nothing runs after the first test that notices, and what plays whole stories takes longest. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => statSync(one.moduleId).size - statSync(other.moduleId).size);
  }
}

/**
 * The mutated folder's own tests. What the tests of another folder would notice by the way does not count, and all of core's tests
 * would take hours.
 */
const config: ViteUserConfig = mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  defineConfig({
    root: fileURLToPath(new URL("../../../../packages/core", import.meta.url)),
    test: {
      include: [`test/${folder}/**/*.test.ts`],
      sequence: { sequencer: SmallestFirst },
      setupFiles: [fileURLToPath(new URL("repeat-properties.ts", import.meta.url))],
    },
  }),
);

export default config;
