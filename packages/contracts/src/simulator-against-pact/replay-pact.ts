import { createSimulator, serveSimulator } from "@secgroup/simulator";
import type { CheckedCase, ProviderName } from "../check-report.ts";
import type { PactFile } from "../pact-file.ts";
import { acceptedCredentials } from "./accepted-credentials.ts";
import { gcoreStates } from "./gcore-states.ts";
import { ionosStates } from "./ionos-states.ts";
import { readResults } from "./read-results.ts";
import { runVerifier } from "./run-verifier.ts";
import type { MakeWorld, World } from "./world.ts";

const statesOf: Readonly<Record<ProviderName, Readonly<Record<string, MakeWorld>>>> = {
  ionos: ionosStates,
  gcore: gcoreStates,
};
const statePath = "/_contracts/state";

/** What may stand between the verifier and the simulator. */
export interface ReplayOptions {
  /** Changes what the simulator answers: to see that a deviation is found. */
  readonly tamper?: (answer: Response, request: Request) => Response | Promise<Response>;
}

/**
 * Sends every request of a pact to the simulated cloud, each in the state that it asks for, and holds the answers to the pact.
 *
 * Credentials in a request stand for good ones and are replaced by those that the simulator takes, their scheme kept.
 */
export async function replayPact(
  pact: PactFile,
  provider: ProviderName,
  { tamper = (answer) => answer }: ReplayOptions = {},
): Promise<readonly CheckedCase[]> {
  const states = statesOf[provider];
  const nowhere: World = { simulator: createSimulator(), values: {} };
  let world = nowhere;

  async function changeState(request: Request): Promise<Response> {
    const state = (await request.json()) as { readonly name: string; readonly params?: unknown } | null;
    try {
      world = (await states[state?.name ?? ""]?.(state?.params)) ?? nowhere;
      return Response.json(world.values);
    } catch (error) {
      return new Response(String(error), { status: 400 });
    }
  }
  const served = await serveSimulator(
    {
      ...nowhere.simulator,
      fetch: async (request) => {
        if (new URL(request.url).pathname === statePath) return changeState(request);
        const sent = await withCredentials(request, world.isAuthorized ?? true);
        return tamper(await world.simulator.fetch(sent), sent);
      },
    },
    { port: 0 },
  );
  try {
    const result = await runVerifier({
      pactPath: pact.path,
      provider: pact.provider,
      url: served.url,
      stateUrl: `${served.url}${statePath}`,
      states: Object.keys(states),
    });
    return withUnknownStates(pact, Object.keys(states), readResults(pact, result));
  } finally {
    await served.close();
  }
}

/** The same request with credentials that the simulator takes, or does not take; one without any stays without. */
async function withCredentials(request: Request, isAuthorized: boolean): Promise<Request> {
  const headers = new Headers(request.headers);
  const authorization = headers.get("Authorization");
  if (authorization !== null) headers.set("Authorization", acceptedCredentials(authorization, isAuthorized));
  const body = await request.text();
  return new Request(request.url, { method: request.method, headers, ...(body !== "" && { body }) });
}

/** Names the states that no simulator has, which is why the interaction went wrong, or right by chance. */
function withUnknownStates(
  { interactions }: PactFile,
  known: readonly string[],
  cases: readonly CheckedCase[],
): readonly CheckedCase[] {
  return cases.map((each, index) => {
    const wanted = interactions[index]?.providerStates ?? [];
    const unknown = wanted.filter(({ name }) => !known.includes(name)).map(({ name }) => `"${name}"`);
    if (unknown.length === 0) return each;
    const problem = `the simulator has no state ${unknown.join(", ")}; it has: ${known.join("; ")}`;
    return { ...each, problems: [problem, ...each.problems] };
  });
}
