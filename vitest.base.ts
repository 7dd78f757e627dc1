import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

// Tests read the sources of the workspace packages, so that they never see a stale build.
const conditions = ["@secgroup/source", "node", "import", "default"];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default"],
    passWithNoTests: false,
    globalSetup: [fileURLToPath(new URL("vitest.temporary-folder.ts", import.meta.url))],
    // Properties and children take longer on a busy machine; nothing is asserted about time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Nothing that is tested keeps a state of its own between calls, so that files can share one process, in half the time.
    isolate: false,
  },
});

export default config;
