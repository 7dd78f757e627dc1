export type { AdapterUnderTest, Backend, BackendGroup, Fault, FaultKind, GroupSeed, RequestCount } from "./backend.ts";
export type { Chapter, Check, Subject } from "./chapter.ts";
export { chapters } from "./chapters/index.ts";
export { collectResults, type ChapterResult, type CheckResult } from "./collect-results.ts";
export { runAdapterTests, type Runner } from "./run-adapter-tests.ts";
export type { Feature, Tally } from "./tally.ts";
export { createVirtualClock } from "./virtual-clock.ts";
export type { World } from "./world.ts";
export { createWire, untilAborted, type Wire, type WireOptions } from "./wire.ts";
