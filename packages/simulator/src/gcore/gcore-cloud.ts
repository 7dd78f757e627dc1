import type { Hono } from "hono";
import { createAskedRefusals } from "../asked-refusal.ts";
import type { History } from "../history.ts";
import { createRandom } from "../seeded-random.ts";
import { createIds } from "../create-ids.ts";
import { createGcoreApp } from "./gcore-app.ts";
import { createGcoreHandle, type GcoreCloud } from "./gcore-handle.ts";
import type { GcoreOptions } from "./gcore-options.ts";
import { defaultQuirks } from "./gcore-quirks.ts";
import type { GcoreState } from "./gcore-state.ts";
import { groupHandlers } from "./group-handlers.ts";
import { createGroupReader } from "./group-reader.ts";
import { createGroupRecorder } from "./group-recorder.ts";
import { createGroupStore } from "./group-store.ts";
import { groupTaskHandlers } from "./group-task-handlers.ts";
import { portHandlers } from "./port-handlers.ts";
import { taskHandlers } from "./task-handlers.ts";
import { createTasks } from "./tasks.ts";

/** The cloud behind its API (`app`, at the vendor's paths) and from behind. `advance` takes the tasks to the present. */
export interface GcorePart {
  readonly app: Hono;
  readonly cloud: GcoreCloud;
  readonly advance: () => void;
}

export interface GcorePartOptions extends GcoreOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly recordHistory: History["record"];
}

export function createGcoreCloud(options: GcorePartOptions): GcorePart {
  const { now, recordHistory, apiKey = "simulator-key", newMs = 500, runningMs = 1500, lagMs = 3000 } = options;
  const { seed = 1, groupLimit = Number.POSITIVE_INFINITY } = options;
  const quirks = { ...defaultQuirks, ...options.quirks };
  // Drawn apart, so that the number of reads does not change what tasks do.
  const [random, answerRandom, timeRandom] = [createRandom(seed), createRandom(seed + 1), createRandom(seed + 2)];
  const [newId, newRequestId] = [createIds(seed + 3), createIds(seed + 4)];
  const tasks = createTasks({ now, newMs, runningMs, quirks, newId, random: timeRandom });
  const reader = createGroupReader({ now, lagMs, quirks, random: answerRandom });
  const recorder = createGroupRecorder(recordHistory, reader);
  const store = createGroupStore({ recorder, quirks, groupLimit, newId, random });
  const state: GcoreState = { now, quirks, lagMs, answerRandom, newId, projects: [], store, reader, tasks };
  const handlers = {
    ...groupHandlers(state),
    ...groupTaskHandlers(state),
    ...taskHandlers(state),
    ...portHandlers(state),
  };
  const advance = (): void => tasks.advance();
  const refusals = createAskedRefusals();
  return {
    app: createGcoreApp({ apiKey, quirks, advance, handlers, refusals, newRequestId }),
    cloud: { ...createGcoreHandle(state), refuseNextCall: refusals.ask },
    advance,
  };
}
