import { defineConfig, type ViteUserConfig } from "vitest/config";

// Tests read the sources of the workspace packages, so that they never see a stale build.
const conditions = ["@secgroup/source", "node", "import", "default"];

const config: ViteUserConfig = defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  // Properties and children take longer on a busy machine; nothing is asserted about time.
  test: { include: ["test/**/*.test.ts"], reporters: ["default"], passWithNoTests: false, testTimeout: 60_000 },
});

export default config;
