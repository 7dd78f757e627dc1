/**
 * A cloud in memory behind the port of `@secgroup/core`: for tests of programs that plan and apply, and the port's meaning as code.
 *
 * @packageDocumentation
 */

export { memoryAdapter } from "./memory-adapter.ts";
export { memoryCapabilities } from "./memory-capabilities.ts";
export { createMemoryCloud, type MemoryCloud, type MemoryGroupSeed } from "./memory-cloud.ts";
