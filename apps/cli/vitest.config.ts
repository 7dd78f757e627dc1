import { mergeConfig } from "vitest/config";
import base from "../../vitest.base.ts";

// The longest of all suites: it runs on after the others, when a core is free.
export default mergeConfig(base, { test: { maxWorkers: 2 } });
