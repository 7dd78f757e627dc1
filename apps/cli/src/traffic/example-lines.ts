import type { Packet, Traffic, TrafficLine, TrafficSpace } from "@secgroup/core";

/** Traffic with one packet of it. */
export interface ExampleLine {
  readonly line: TrafficLine;
  readonly example: Packet;
}

/** A set in few lines, each with an example. */
export function exampleLines(traffic: Traffic, space: TrafficSpace): readonly ExampleLine[] {
  return space.describe(traffic).flatMap((line) => {
    const example = space.sample(space.ofLine(line));
    return example === undefined ? [] : [{ line, example }];
  });
}
