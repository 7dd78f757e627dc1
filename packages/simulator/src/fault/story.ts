import type { PlannedFault } from "./fault.ts";

/** What became of one request. */
export interface StoryEntry {
  /** From 1, in the order of arrival. */
  readonly number: number;
  /** Milliseconds since the first request. */
  readonly at: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly faults: readonly PlannedFault[];
  /** What the faults did beside breaking the request. */
  readonly notes: readonly string[];
  /** The cloud's own status; undefined when the request did not reach it, or not yet. */
  readonly status: number | undefined;
}

/** `#12 3.450 s POST /…/rules 202 → reset-after (took effect)`: one request in a line. */
export function describeEntry({ number, at, method, path, faults, notes, status }: StoryEntry): string {
  const request = `#${number} ${(at / 1000).toFixed(3)} s ${method} ${path} ${status ?? "-"}`;
  if (faults.length === 0 && notes.length === 0) return request;
  const effects = [...notes, ...effectOf(method, status)].join("; ");
  return `${request} → ${faults.map(describeFault).join(", ")}${effects && ` (${effects})`}`;
}

function effectOf(method: string, status: number | undefined): readonly string[] {
  if (status === undefined) return ["never reached the cloud"];
  if (method === "GET") return [];
  return [status < 300 ? "took effect" : `had no effect: ${status}`];
}

/** The fault's name and whatever more it says, such as `slow seconds=40`. */
function describeFault({ fault, ...rest }: PlannedFault): string {
  // The position says where, which the line does as well.
  const details = Object.entries(rest).flatMap(([name, value]) =>
    name === "at" || name === "times" || typeof value === "object" ? [] : [`${name}=${value}`],
  );
  return [fault, ...details].join(" ");
}

/** The text with `id-1`, `id-2` and so on for its UUIDs. */
export function numberIds(text: string): string {
  const numbers = new Map<string, number>();
  return text.replaceAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi, (id) => {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    return `id-${number}`;
  });
}
