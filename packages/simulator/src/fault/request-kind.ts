import type { Position } from "./fault.ts";

/** What a request is for. */
export type RequestKind = "read" | "write" | "poll";

export function kindOf({ method, url }: Request): RequestKind {
  if (method !== "GET") return "write";
  return /^\/(cloudapi\/v6\/requests|cloud\/v1\/tasks)(\/|$)/.test(new URL(url).pathname) ? "poll" : "read";
}

/** Numbers requests: all of them, and each kind for itself. */
export function createCounter(): (kind: RequestKind) => {
  readonly number: number;
  /** Whether it is the one at the position, or one of so many from there on. */
  readonly isAt: (position: Position, times: number) => boolean;
} {
  const counts = { read: 0, write: 0, poll: 0 };
  let number = 0;
  return (kind) => {
    const place = { number: ++number, kindNumber: ++counts[kind] };
    return {
      number: place.number,
      isAt: (position, times) => {
        const isNear = (nth: number, own: number): boolean => nth <= own && own < nth + times;
        return typeof position === "number"
          ? isNear(position, place.number)
          : Object.entries(position).some(([name, nth]) => name === kind && isNear(nth, place.kindNumber));
      },
    };
  };
}
