import type { Outcome } from "../run/outcome.ts";
import { saysConverged, type RunRecord } from "../run/run-record.ts";
import { findDifferences } from "./find-differences.ts";
import type { Law } from "./law.ts";
import { meddledNames } from "./meddled.ts";

/** What a process says of itself is so: a target that it calls converged is, and an operation that failed in its sight is reported. */
export const tellsTheTruth: Law = {
  name: "reports are true",
  judge: (outcome) => [...outcome.runs.flatMap((run) => judgeConverged(run, outcome)), ...judgeFailures(outcome)],
};

function judgeConverged(run: RunRecord, { world, runs }: Outcome): readonly string[] {
  // What a rival does meanwhile, or a deed since the last look, nobody can know.
  const isAlone = runs.every(
    (other) => other === run || other.endedAt <= run.startedAt || other.startedAt >= run.endedAt,
  );
  if (run.hasCrashed || !isAlone) return [];
  return world.scenario.targets.flatMap((target) => {
    const report = run.report?.targets.find((one) => one.target === target.name);
    if (report === undefined || report.error !== undefined) return [];
    const meddled = meddledNames(world, target.name, run.startedAt, run.endedAt);
    const differences = findDifferences(target, run.standing.get(target.name) ?? [], world, (name) =>
      meddled.has(name),
    );
    return differences.map((difference) => `${run.kind}: says that it has converged, but ${difference}`);
  });
}

/** Where nothing but operations failed, those who sent them and lived to see it know it. */
function judgeFailures({ runs, entries, world }: Outcome): readonly string[] {
  const [first] = runs;
  const faults = entries.flatMap((entry) => entry.faults);
  const isOnly = faults.length > 0 && faults.every(({ fault }) => fault === "operation-failed");
  if (first === undefined || !isOnly || first.hasCrashed || runs.some(({ kind }) => kind === "rival")) return [];
  const failed = entries.filter(
    ({ faults, status, method, path }) =>
      faults.length > 0 && status !== undefined && status < 300 && isTracked(method) && !hasNoTask(world, method, path),
  );
  // Where the cloud does not tell of the operation, or not at once, only what stands afterwards tells.
  const { ionos, gcore } = world.scenario;
  const isHidden = ionos.quirks?.locationHeader !== undefined || ionos.quirks?.freshRequests === "404";
  if (isHidden || gcore.quirks?.freshTask === "404") return [];
  return failed.length > 0 && saysConverged(first)
    ? failed.map(({ number }) => `first: nothing is said of the failure of what request ${number} began`)
    : [];
}

/** A change of tags alone is done at once on Gcore: no task begins that could fail. */
function hasNoTask({ simulator }: Outcome["world"], method: string, path: string): boolean {
  return simulator.requests.some(
    ({ body, ...request }) =>
      request.method === method &&
      request.path === path &&
      method === "PATCH" &&
      JSON.stringify(Object.keys(Object(body))) === '["tags"]',
  );
}

const isTracked = (method: string): boolean => method === "POST" || method === "PATCH" || method === "PUT";
