// Plays seeds and prints which of them break a law, with the story of the first few.
import { readArguments, usage, type Arguments } from "./arguments.ts";
import { describeFailure } from "./describe-failure.ts";
import { judge } from "./laws/judge.ts";
import { playDeath, type CrashVerdict } from "./crash-matrix.ts";
import { runScenario } from "./run/run-scenario.ts";
import { drawScenario } from "./scenario/draw-scenario.ts";
import { shareSeeds } from "./share-seeds.ts";
import { createTally } from "./tally.ts";

const mostStories = 3;

const args = parse();
if (args.seed !== undefined) await playOne(args.seed);
else {
  if (args.count > 0) await playAll(args);
  if (args.crashes > 0) await playCrashes(args);
}

function parse(): Arguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(usage);
    process.exit(2);
  }
}

async function playOne(seed: number): Promise<void> {
  const outcome = await runScenario(drawScenario(seed));
  const breaches = judge(outcome);
  console.log(describeFailure(`seed ${seed}`, breaches, outcome, `pnpm simulate-faults --seed ${seed}`));
  if (breaches.length > 0) process.exitCode = 1;
}

async function playAll({ from, count }: Arguments): Promise<void> {
  const begun = performance.now();
  const tally = createTally(count, process.stdout);
  await shareSeeds("faults", from, count, tally.add);
  const seconds = (performance.now() - begun) / 1000;
  tally.end();
  const failed = tally.failed();
  console.log(
    `${count} seeds, ${tally.requests()} requests, ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(1)} seeds/s, ${failed.length} failed`,
  );
  if (failed.length > mostStories) console.log(`failed: ${failed.map(({ seed }) => seed).join(" ")}`);
  for (const { seed } of failed.slice(0, mostStories)) {
    console.log("");
    await playOne(seed);
  }
  if (failed.length > 0) process.exitCode = 1;
}

async function playCrashes({ from, crashes }: Arguments): Promise<void> {
  const verdicts: CrashVerdict[] = [];
  await shareSeeds("crashes", from, crashes, (verdict) => void verdicts.push(verdict));
  const failures = verdicts.flatMap(({ seed, failures }) => failures.map((failure) => ({ seed, ...failure })));
  const total = verdicts.reduce((sum, verdict) => sum + verdict.crashes, 0);
  console.log(`${crashes} scenarios, ${total} crashes, ${failures.length} failed`);
  for (const { seed, death, breaches } of failures.slice(0, mostStories)) {
    const { crash, afterCrash } = death;
    const title = `seed ${seed}, death at request ${crash.request} (${crash.when}), then ${afterCrash}`;
    const command = `pnpm simulate-faults --seeds 0 --crashes 1 --from ${seed}`;
    console.log(`\n${describeFailure(title, breaches, await playDeath(seed, death), command)}`);
  }
  if (failures.length > 0) process.exitCode = 1;
}
