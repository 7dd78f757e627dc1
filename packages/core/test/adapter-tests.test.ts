import { describe, it } from "vitest";
import { runAdapterTests } from "../../adapter-tests/src/index.ts";
import { memoryAdapter } from "../src/memory/index.ts";
import { memoryBackend } from "../../adapter-tests/test/support/memory-backend.ts";

describe.each(["rule", "rule-set"] as const)("the memory adapter that writes each %s", (writeGranularity) => {
  runAdapterTests(
    {
      backend: () => memoryBackend({ writeGranularity }),
      adapter: ({ cloud, connect }, account) => connect(memoryAdapter(cloud, account)),
    },
    { describe, it },
  );
});
