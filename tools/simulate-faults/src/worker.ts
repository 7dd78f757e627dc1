// Plays its share of the seeds and posts each verdict.
import { parentPort, workerData } from "node:worker_threads";
import { judgeCrashes } from "./crash-matrix.ts";
import { judgeSeed } from "./judge-seed.ts";
import type { Share } from "./share-seeds.ts";

const { what, first, last, step } = workerData as Share;
for (let seed = first; seed <= last; seed += step)
  parentPort?.postMessage(await (what === "crashes" ? judgeCrashes(seed) : judgeSeed(seed)), []);
