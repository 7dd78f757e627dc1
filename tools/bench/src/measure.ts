/** The median time of the calls, in milliseconds, each repeated until enough time has passed to be read off a clock; taken in turns so that noise meets all alike. */
export function measureTogether(calls: readonly (() => unknown)[], rounds = 30): number[] {
  const repetitions = calls.map(warmUp);
  const times: number[][] = calls.map(() => []);
  for (let round = 0; round < rounds; round++) {
    calls.forEach((call, index) => {
      const count = repetitions[index] ?? 1;
      const start = performance.now();
      for (let repetition = 0; repetition < count; repetition++) call();
      times[index]?.push((performance.now() - start) / count);
    });
  }
  return times.map(median);
}

/** The median times of calls that are awaited, in milliseconds, taken in turns; the first fifth of the rounds is for the compiler. */
export async function measureInTurns(calls: readonly (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
  const times: number[][] = calls.map(() => []);
  for (let round = -Math.floor(rounds / 5); round < rounds; round++) {
    for (const [index, call] of calls.entries()) {
      const start = performance.now();
      await call();
      if (round >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

/** One call, for what takes too long to be repeated. */
export function measureOnce<Result>(call: () => Result): { readonly time: number; readonly result: Result } {
  const start = performance.now();
  const result = call();
  return { time: performance.now() - start, result };
}

const warmUpMs = 300;
const leastMs = 5;

/** Runs the call until it is compiled, and says how many runs make a measurable time. */
function warmUp(call: () => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < warmUpMs) {
    call();
    runs++;
  }
  return Math.max(1, Math.round((runs * leastMs) / warmUpMs));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
