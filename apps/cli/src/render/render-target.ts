import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import type { GroupPlan } from "@secgroup/core";
import type { Location } from "../targets/locate-target.ts";
import type { GroupNames } from "./describe-rules.ts";
import type { Styles } from "./styles.ts";

/** The line above all that concerns one target: its name, its cloud, and where it is. */
export function renderTarget(
  { target, cloud, location }: { readonly target: string; readonly cloud: string; readonly location: Location },
  styles: Styles,
): string {
  const place = Object.entries(location).map(([word, value]) => `${word} ${value}`);
  return `${styles.bold(target)}  ${styles.dim([cloudTitle(cloud), ...place].join(", "))}`;
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
