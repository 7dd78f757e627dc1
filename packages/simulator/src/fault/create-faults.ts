import type { Fetch } from "../delay-fetch.ts";
import { cloudOf } from "../vendor-answer.ts";
import type { VirtualTime } from "../virtual-time.ts";
import type { PlannedFault } from "./fault.ts";
import { refuseAt } from "./faulty-answer.ts";
import type { FaultyClouds } from "./faulty-clouds.ts";
import { createFreshOperations } from "./fresh-operations.ts";
import { injectFault, type FaultTools } from "./inject-fault.ts";
import { createCounter, kindOf } from "./request-kind.ts";
import { describeEntry, numberIds, type StoryEntry } from "./story.ts";
import { createThirdParty, type FaultTarget } from "./third-party.ts";

/** Which faults, and what they happen to. */
export interface FaultsOptions {
  /**
   * Both clouds, and where requests go on to at once: with a way in between, such as that of `delayFetch`, what is meant for the
   * operation of one write could meet that of another. The way belongs in front of the faults.
   */
  readonly simulator: FaultyClouds & { readonly fetch: Fetch };
  readonly time: Pick<VirtualTime, "steadyNow" | "sleep" | "jump">;
  readonly plan: readonly PlannedFault[];
  /** Where third parties work; default nowhere. */
  readonly targets?: readonly FaultTarget[];
  /** Called by the fault `abort`; default nothing. */
  readonly abort?: () => void;
}

/** Faults in front of the clouds. */
export interface Faults {
  /**
   * The simulator's `fetch` under the plan. Like any `fetch` it rejects with the reason of the request's signal when that is aborted; a
   * request that is aborted before it comes in is not counted. Several faults at one request all happen, the first of the plan
   * outermost: a request that an outer one does not let pass never comes to an inner one.
   */
  readonly fetch: Fetch;
  /** Every request that came in, in the order of arrival. */
  readonly entries: readonly StoryEntry[];
  /** The faults of the plan whose request never came. */
  unmet(): readonly PlannedFault[];
  /**
   * One line for each request that came in, faults and all, for a person to read. Ids are numbered in the order in which they turn up,
   * so that the stories of two runs can be compared: the clouds draw new ids each time.
   */
  story(): string;
}

/** Puts the faults of a plan into simulated clouds; each happens once, when the request comes that it is meant for. */
export function createFaults({ simulator, time, plan, targets = [], abort = () => {} }: FaultsOptions): Faults {
  const count = createCounter();
  const thirdParty = createThirdParty(simulator, targets);
  const fresh = createFreshOperations();
  const entries: Entry[] = [];
  const met = new Set<PlannedFault>();
  let begin: number | undefined;

  const enter = (request: Request): Entry => {
    const { pathname, search } = new URL(request.url);
    const { number, isAt } = count(kindOf(request));
    const faults = plan.filter(({ at, times = 1 }) => isAt(at, times));
    for (const fault of faults) met.add(fault);
    const now = time.steadyNow();
    const at = now - (begin ??= now);
    const entry: Entry = {
      number,
      at,
      method: request.method,
      path: `${pathname}${search}`,
      faults,
      notes: [],
      status: undefined,
    };
    entries.push(entry);
    return entry;
  };

  return {
    async fetch(request) {
      request.signal.throwIfAborted();
      const entry = enter(request);
      const note = (text: string): void => void entry.notes.push(text);
      const tools: FaultTools = { clouds: simulator, time, thirdParty, fresh, abort, note };

      const arrive: Fetch = async (request) => {
        request.signal.throwIfAborted();
        const { pathname } = new URL(request.url);
        if (fresh.isHidden(pathname, time.steadyNow())) {
          note("404 for a fresh operation");
          return refuseAt(time.steadyNow(), cloudOf(pathname), 404, { message: "Resource does not exist" });
        }
        const response = await simulator.fetch(request);
        entry.status = response.status;
        return response;
      };
      const send = entry.faults.reduceRight<Fetch>(
        (inner, fault) => (request) => injectFault(fault, request, inner, tools),
        arrive,
      );
      const response = await send(request);
      request.signal.throwIfAborted();
      return response;
    },
    entries,
    unmet: () => plan.filter((fault) => !met.has(fault)),
    story: () => numberIds(entries.map(describeEntry).join("\n")),
  };
}

/** An entry while it is being written. */
type Entry = Omit<StoryEntry, "notes" | "status"> & { readonly notes: string[]; status: number | undefined };
