import { SecurityGroupError } from "@secgroup/core";
import type { Place } from "./found-group.ts";

const numbers = /^([1-9]\d{0,14})\/([1-9]\d{0,14})$/;

/** Reads `PROJECT/REGION`, both as numbers. Throws `usage`. */
export function readProjectAndRegion(text: string): Extract<Place, { readonly cloud: "gcore" }> {
  const [, project, region] = numbers.exec(text) ?? [];
  if (project === undefined || region === undefined) {
    throw new SecurityGroupError("usage", `"${text}" is not PROJECT/REGION`, {
      hint: "Give both as numbers, such as 1234/76.",
    });
  }
  return { cloud: "gcore", project: Number(project), region: Number(region) };
}

/** Reads a place in one word: `ionos:DATACENTER` or `gcore:PROJECT/REGION`. Throws `usage`. */
export function readPlace(text: string): Place {
  const [, cloud, place = ""] = /^(ionos|gcore):(.+)$/.exec(text) ?? [];
  if (cloud === "gcore") return readProjectAndRegion(place);
  if (cloud === "ionos") return { cloud, datacenter: place };
  throw new SecurityGroupError("usage", `"${text}" is neither ionos:DATACENTER nor gcore:PROJECT/REGION`, {
    hint: "Name the place that the groups are to live in, such as gcore:1234/76.",
  });
}
