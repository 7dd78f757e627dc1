import type { Hono } from "hono";
import { createAskedRefusals } from "../asked-refusal.ts";
import type { History } from "../history.ts";
import { createRandom } from "../seeded-random.ts";
import { createGcoreApp } from "./gcore-app.ts";
import { createGcoreHandle, type GcoreCloud } from "./gcore-handle.ts";
import { defaultQuirks, type GcoreOptions } from "./gcore-options.ts";
import type { GcoreState } from "./gcore-state.ts";
import { groupHandlers } from "./group-handlers.ts";
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
  const { now, recordHistory, apiKey = "simulator-key", newMs = 500, runningMs = 1500, seed = 1 } = options;
  const quirks = { ...defaultQuirks, ...options.quirks };
  const tasks = createTasks({ now, newMs, runningMs });
  const store = createGroupStore({ recordHistory, quirks, random: createRandom(seed) });
  const state: GcoreState = { now, quirks, projects: [], store, tasks };
  const handlers = {
    ...groupHandlers(state),
    ...groupTaskHandlers(state),
    ...taskHandlers(state),
    ...portHandlers(state),
  };
  const advance = (): void => tasks.advance();
  const refusals = createAskedRefusals();
  return {
    app: createGcoreApp({ apiKey, advance, handlers, refusals }),
    cloud: { ...createGcoreHandle(state), refuseNextCall: refusals.ask },
    advance,
  };
}
