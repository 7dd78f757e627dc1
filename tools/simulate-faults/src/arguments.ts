import { parseArgs } from "node:util";

/** What the command is asked for. */
export interface Arguments {
  readonly from: number;
  readonly count: number;
  /** One seed with its whole story. */
  readonly seed: number | undefined;
  /** Crash after every request of that many scenarios. */
  readonly crashes: number;
}

export const usage = "usage: pnpm simulate-faults [--seeds 1000] [--from 1] [--crashes 20] | --seed 42";

/** Throws a TypeError for what it does not know. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== "--"),
    options: {
      seeds: { type: "string", default: "1000" },
      from: { type: "string", default: "1" },
      seed: { type: "string" },
      crashes: { type: "string", default: "0" },
    },
  });
  const number = (name: "seeds" | "from" | "seed" | "crashes", text: string): number => {
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`--${name} takes a whole number, not ${text}`);
    return value;
  };
  return {
    from: number("from", values.from),
    count: number("seeds", values.seeds),
    seed: values.seed === undefined ? undefined : number("seed", values.seed),
    crashes: number("crashes", values.crashes),
  };
}
