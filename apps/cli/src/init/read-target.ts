import type { Target } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";
import { locate } from "../targets/locate-target.ts";

/** How a target is written on the command line. */
export const targetForm = "NAME=ionos/DATACENTER or NAME=gcore/PROJECT/REGION";

/** The target behind `fra=ionos/DATACENTER` or `lux=gcore/PROJECT/REGION`; without a name it bears its cloud's. Throws `usage`. */
export function readTarget(text: string): Target {
  const [, name, cloud = "", place = ""] = /^(?:([^=/]*)=)?([^/]*)\/(.*)$/.exec(text) ?? [];
  if (cloud !== "ionos" && cloud !== "gcore") throw wrong(text, "is not a target");
  const problem = whyNotName(name ?? cloud) ?? whyNotPlace(cloud, place);
  if (problem !== undefined) throw wrong(text, `is not a target: ${problem}`);
  return targetAt(name ?? cloud, cloud, place);
}

/** A target of a name and place that are right. */
export function targetAt(name: string, cloud: Target["cloud"], place: string): Target {
  if (cloud === "ionos") return { name, cloud, datacenter: place };
  const [project, region] = place.split("/").map(Number);
  return { name, cloud, project: project ?? Number.NaN, region: region ?? Number.NaN };
}

/** What is wrong with a target's name; nothing where it is right. */
export function whyNotName(name: string): string | undefined {
  return /^[A-Za-z][\w-]*$/.test(name)
    ? undefined
    : "a name begins with a letter and has letters, digits, _ and - only";
}

/** What is wrong with a place, in the words of its cloud; nothing where it is right. */
export function whyNotPlace(cloud: Target["cloud"], place: string): string | undefined {
  if (cloud === "ionos")
    return /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(place) ? undefined : "a datacenter is named by its id";
  return /^[1-9]\d{0,14}\/[1-9]\d{0,14}$/.test(place)
    ? undefined
    : "project and region are named by their numbers, such as 1234/76";
}

/** What speaks against one more target; nothing where its name and place are new. */
export function whyNotNew(target: Target, known: readonly Target[]): string | undefined {
  if (known.some(({ name }) => name === target.name)) return `another target is called ${target.name}`;
  const place = JSON.stringify(locate(target)).toLowerCase();
  const twin = known.find((other) => JSON.stringify(locate(other)).toLowerCase() === place);
  return twin && `it is the same place as ${twin.name}`;
}

/** Throws `usage` where two targets have one name or place. */
export function refuseTwins(targets: readonly Target[]): void {
  for (const [index, target] of targets.entries()) {
    const problem = whyNotNew(target, targets.slice(0, index));
    if (problem !== undefined)
      throw new SecurityGroupError("usage", `the target ${target.name} cannot be added: ${problem}`);
  }
}

function wrong(text: string, problem: string): SecurityGroupError {
  return new SecurityGroupError("usage", `"${text}" ${problem}`, { hint: `Write ${targetForm}.` });
}
