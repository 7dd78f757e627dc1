import type { Change } from "./change.ts";
import { judgeHistory, type Judgement } from "./judge-history.ts";
import type { Way } from "./way.ts";
import { createWorld, type Quirks } from "./world.ts";

/** What one way took for one change. */
export interface Measurement extends Judgement {
  readonly calls: number;
  readonly writes: number;
  /** On the cloud's clock. */
  readonly tookMs: number;
}

/** Leads a fresh group through the change. Throws when it does not end as wanted. */
export async function measure(way: Way, change: Change, count: number, quirks: Quirks = {}): Promise<Measurement> {
  const [old, next] = [change.old(count), change.next(count)];
  const world = createWorld(way.cloud, old, quirks);
  const start = world.time.now();
  await world.time.run(() => way.lead(world, next));
  const tookMs = world.time.now() - start;
  const judgement = judgeHistory(old ?? [], next, world.history());
  if (!judgement.isAsWanted) throw new Error(`${way.title}: ${change.name} of ${count} does not end as wanted`);
  const writes = world.requests.filter(({ method }) => method !== "GET").length;
  return { ...judgement, calls: world.requests.length, writes, tookMs };
}
