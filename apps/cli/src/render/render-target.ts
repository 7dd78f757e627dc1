import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import type { GroupPlan } from "@secgroup/core";
import type { Location } from "../targets/locate-target.ts";
import type { GroupNames } from "./describe-rules.ts";
import type { Styles } from "./styles.ts";

/** The line above all that concerns one target: its name, its cloud, and where it is. */
export function renderTarget({ target, ...place }: Place & { readonly target: string }, styles: Styles): string {
  return `${styles.bold(target)}  ${styles.dim(placeOf(place).join(", "))}`;
}

interface Place {
  readonly cloud: string;
  readonly location: Location;
}

/** A cloud, and where on it. */
export function placeOf({ cloud, location }: Place): readonly string[] {
  return [cloudTitle(cloud), ...Object.entries(location).map(([word, value]) => `${word} ${value}`)];
}

/** The cloud's name as people write it. */
export function cloudTitle(cloud: string): string {
  if (cloud === "ionos") return ionosCapabilities.title;
  return cloud === "gcore" ? gcoreCapabilities.title : cloud;
}

/** A group's key in the document, with its name where that is another. */
export function groupTitle({ key, name }: { readonly key: string; readonly name: string }): string {
  return key === name ? key : `${key} ("${name}")`;
}

/** The names of a plan's groups by id. */
export function namesOf(groups: readonly GroupPlan[]): GroupNames {
  return new Map(groups.flatMap((group) => ("id" in group ? [[group.id, group.name] as const] : [])));
}
