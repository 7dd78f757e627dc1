export { memoryAdapter } from "./memory-adapter.ts";
export { memoryCapabilities } from "./memory-capabilities.ts";
export { createMemoryCloud, type MemoryCloud, type MemoryGroupSeed } from "./memory-cloud.ts";
