/** What is checked, and how it went so far. */
export interface Checklist {
  /** Runs a check as soon as there is room, prints a line about it, and what is wrong below; tells whether nothing is. A check that throws has failed. */
  readonly check: (title: string, work: () => Promise<readonly string[]>) => Promise<boolean>;
  readonly passed: () => number;
  readonly failed: () => number;
}

/** A list of which that many checks run at once. */
export function createChecklist(atOnce: number, print: (line: string) => void): Checklist {
  const count = { passed: 0, failed: 0 };
  const waiting: (() => void)[] = [];
  let room = atOnce;
  const enter = async (): Promise<void> => {
    if (room > 0) room--;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next === undefined) room++;
    else next();
  };
  return {
    async check(title, work) {
      await enter();
      const started = performance.now();
      const problems = await work().catch((error: unknown) => [String(error)]);
      leave();
      const isFine = problems.length === 0;
      count[isFine ? "passed" : "failed"]++;
      print(`${isFine ? "ok    " : "failed"}  ${title}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
      for (const problem of problems) print(problem);
      return isFine;
    },
    passed: () => count.passed,
    failed: () => count.failed,
  };
}
