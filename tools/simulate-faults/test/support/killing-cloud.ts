import { createSimulator, serveSimulator, type ServedSimulator, type Simulator } from "@secgroup/simulator";

/** A served simulator that does something at a request of somebody's choice. */
export interface KillingCloud {
  readonly simulator: Simulator;
  readonly served: ServedSimulator;
  /** How many requests came since the last call of `killAt`. */
  readonly count: () => number;
  /** Calls `kill` when that request has arrived (`before` it takes effect), or has taken effect and its answer is not sent yet. */
  readonly killAt: (request: number, when: "before" | "after", kill: () => void) => void;
}

/** Work of both clouds takes a few milliseconds of real time. */
export async function openKillingCloud(): Promise<KillingCloud> {
  const simulator = createSimulator({
    ionos: { queuedMs: 5, runningMs: 30 },
    gcore: { newMs: 5, runningMs: 30 },
  });
  let requests = 0;
  let plan: { readonly request: number; readonly when: "before" | "after"; readonly kill: () => void } | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    const isMeant = ++requests === plan?.request;
    if (isMeant && plan?.when === "before") {
      plan.kill();
      // Nobody is there any more to read it.
      return new Response(null, { status: 503 });
    }
    const response = await simulator.fetch(request);
    if (isMeant) plan?.kill();
    return response;
  };
  return {
    simulator,
    served: await serveSimulator({ ...simulator, fetch }, { port: 0 }),
    count: () => requests,
    killAt(request, when, kill) {
      requests = 0;
      plan = { request, when, kill };
    },
  };
}
