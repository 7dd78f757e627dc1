import { mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "../../vitest.base.ts";

// Read by Pact's native part, which asks the process and not the worker.
process.env["PACT_DO_NOT_TRACK"] = "true";

// That part keeps its mock servers per process: with forks, files that write one pact lose each other's interactions.
const config: ViteUserConfig = mergeConfig(base, { test: { pool: "threads", maxWorkers: 2 } });

export default config;
