import type { SecurityGroupError } from "@secgroup/core";
import { nameTargets } from "./render-counts.ts";
import type { Styles } from "./styles.ts";

/** The targets that could not be read, so that nothing else is said of them; why is said where the errors are. */
export function renderUnread(failed: readonly SecurityGroupError[], styles: Styles): readonly string[] {
  const names = [...new Set(failed.flatMap(({ place: { target } }) => target ?? []))];
  return names.length === 0 ? [] : [`${styles.red("Could not be read:")} ${nameTargets(names)}`];
}
