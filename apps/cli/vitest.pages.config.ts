import { mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "../../vitest.base.ts";

// Apart from the other tests, since these need a browser.
const config: ViteUserConfig = mergeConfig(base, { test: { include: ["test-pages/**/*.test.ts"] } });
config.test = { ...config.test, include: ["test-pages/**/*.test.ts"] };

export default config;
