import type { Simulator } from "@secgroup/simulator";
import type * as z from "zod";

/** A simulated cloud as one interaction needs it. */
export interface World {
  readonly simulator: Simulator;
  /** What the pact's expressions such as `${groupId}` stand for. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether the credentials in the interaction stand for good ones. Default true. */
  readonly isAuthorized?: boolean;
}

/** Makes the world of one provider state. Throws when the parameters are not those of the state. */
export type MakeWorld = (params: unknown) => Promise<World>;

/** Reads the parameters of a state before the world is made from them. */
export function stateOf<Params>(
  schema: z.ZodType<Params>,
  make: (params: Params) => World | Promise<World>,
): MakeWorld {
  return async (params) => make(schema.parse(params ?? {}));
}

/** A clock that stands still until it is moved. */
export interface Clock {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
}

export function createClock(): Clock {
  let time = Date.UTC(2026, 0, 1);
  return { now: () => time, advance: (milliseconds) => void (time += milliseconds) };
}

/** Calls the simulator as a client would. Throws when it refuses. */
export async function callSimulator(
  { fetch }: Simulator,
  authorization: string,
  method: string,
  path: string,
  body: unknown,
): Promise<Response> {
  const headers = { Authorization: authorization, "Content-Type": "application/json" };
  const response = await fetch(new Request(`http://simulator${path}`, { method, headers, body: JSON.stringify(body) }));
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  return response;
}
