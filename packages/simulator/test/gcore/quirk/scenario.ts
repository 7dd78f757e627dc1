import type { GcoreQuirks } from "../../../src/gcore/gcore-quirks.ts";
import type { GcoreOptions } from "../../../src/gcore/gcore-options.ts";
import { createWeb, type Web } from "../web-group.ts";

/** What shows a quirk: the same is done under each of its values, and something else is seen each time. */
export interface Scenario<Name extends keyof GcoreQuirks> {
  /** Other quirks, without which this one does not show. */
  readonly given?: Partial<GcoreQuirks>;
  readonly options?: Omit<GcoreOptions, "quirks">;
  readonly see: (web: Web) => Promise<unknown>;
  readonly wanted: { readonly [Value in GcoreQuirks[Name]]: unknown };
}

export type Scenarios<Name extends keyof GcoreQuirks> = { readonly [Each in Name]: Scenario<Each> };

/** Sends it, and tells the status when it is refused, ERROR when the task fails, and else what `see` sees. */
export async function outcome(
  web: Web,
  [method, path, body]: readonly [string, string, unknown?],
  see: () => unknown,
): Promise<unknown> {
  const answer = await web.world.send(method, path, body);
  if (answer.status >= 400) return `${answer.status} ${answer.body.exception_class}`;
  web.world.wait(2000);
  for (const id of answer.body?.tasks ?? []) {
    const task = await web.world.send("GET", `/cloud/v1/tasks/${id}`);
    if (task.body.state !== "FINISHED") return task.body.state;
  }
  return see();
}

export const seeUnder = async <Name extends keyof GcoreQuirks>(
  name: Name,
  value: GcoreQuirks[Name],
  { see, given, options }: Scenario<Name>,
): Promise<unknown> => see(createWeb({ ...given, [name]: value }, options));
