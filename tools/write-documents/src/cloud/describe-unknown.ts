import type { QuirkTable } from "@secgroup/simulator";

/** How much of a cloud no document tells, and where it is listed. `heading` is that of the cloud in QUIRKS.md. */
export function describeUnknown(quirks: QuirkTable, heading: string): string {
  const anchor = heading.toLowerCase().replaceAll(" ", "-");
  const values = Object.values(quirks).reduce((sum, quirk) => sum + quirk.values.length, 0);
  return `The vendor's documents leave [${Object.keys(quirks).length} questions](../../packages/simulator/QUIRKS.md#${anchor}) open that an answer of the cloud depends on, with ${values} plausible answers in all.`;
}
