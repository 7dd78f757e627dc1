import { spawnSync } from "node:child_process";
import { median } from "./measure.ts";

/** The median times of Node with each list of arguments, in milliseconds, taken in turns. */
export function measureCommands(commands: readonly (readonly string[])[], rounds = 25): number[] {
  const times: number[][] = commands.map(() => []);
  for (let round = 0; round < rounds; round++) {
    commands.forEach((args, index) => {
      const start = performance.now();
      const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
      if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}`);
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map(median);
}
