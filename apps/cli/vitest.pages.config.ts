import type { ViteUserConfig } from "vitest/config";
import base from "../../vitest.base.ts";

// Apart from the other tests, since these need a browser.
const config: ViteUserConfig = { ...base, test: { ...base.test, include: ["test-pages/**/*.test.ts"] } };

export default config;
