/** Terraform's default for `-parallelism`: how many operations it has under way while it walks its graph. */
const parallelism = 10;

/** Lets work begin in the order of asking, so much of it at once as Terraform does. */
export function createWalk(): <Result>(operation: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = parallelism;
  return async (operation) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await operation();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
