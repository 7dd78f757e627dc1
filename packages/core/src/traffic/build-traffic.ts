import { everything, nothing, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import { lines } from "./rule-interval.ts";
import type { Box, SpaceLayout } from "./space-layout.ts";

/**
 * The union of boxes. Each line is halved until a box covers a part of it whole; there the next line is looked at, for all such boxes at
 * once, and what was found for a part holds for its halves too. A line's ranks are halved as long as a box ends within.
 */
export function buildTraffic(boxes: readonly Box[], { bits, groupLevel }: SpaceLayout, diagram: DecisionDiagram): Node {
  const { make, union } = diagram;
  // Most rules say nothing of the server's address and of the sender's MAC address; a line without bits is never looked at.
  const used = lines.flatMap((name, line) =>
    bits[name].bits > 0 ? [{ line, ...bits[name], size: 2 ** bits[name].bits }] : [],
  );

  /** From a position among the lines used. */
  const fromLine = (position: number, boxes: readonly Box[]): Node => {
    const line = used[position];
    if (line === undefined) return fromGroups(boxes);
    const [first] = boxes;
    return boxes.length === 1 && first !== undefined
      ? fromBox(line.line, line.level, 0, line.size, first, nothing, fromLine(position + 1, boxes))
      : halve(position, line.line, line.level, 0, line.size, boxes, nothing);
  };

  /** The boxes reach into the part of the line that begins at `from` and is `size` ranks long; `under` is in all of it. */
  const halve = (
    position: number,
    line: number,
    level: number,
    from: number,
    size: number,
    boxes: readonly Box[],
    under: Node,
  ): Node => {
    const [first] = boxes;
    if (first === undefined || under === everything) return under;
    if (boxes.length === 1) {
      return fromBox(line, level, from, size, first, under, union(under, fromLine(position + 1, boxes)));
    }
    const half = size / 2;
    const middle = from + half;
    const covering: Box[] = [];
    const lower: Box[] = [];
    const upper: Box[] = [];
    for (const box of boxes) {
      const begin = box.from[line] ?? 0;
      const end = box.to[line] ?? 0;
      if (begin <= from && end >= from + size) {
        covering.push(box);
      } else {
        if (begin < middle) lower.push(box);
        if (end > middle) upper.push(box);
      }
    }
    const whole = covering.length === 0 ? under : union(under, fromLine(position + 1, covering));
    if (lower.length === 0 && upper.length === 0) return whole;
    return make(
      level,
      halve(position, line, level + 1, from, half, lower, whole),
      halve(position, line, level + 1, middle, half, upper, whole),
    );
  };

  /** The same for one box, with what is `inside` its part of the line. */
  const fromBox = (
    line: number,
    level: number,
    from: number,
    size: number,
    box: Box,
    under: Node,
    inside: Node,
  ): Node => {
    const begin = box.from[line] ?? 0;
    const end = box.to[line] ?? 0;
    if (begin <= from && end >= from + size) return inside;
    if (begin >= from + size || end <= from) return under;
    const half = size / 2;
    return make(
      level,
      fromBox(line, level + 1, from, half, box, under, inside),
      fromBox(line, level + 1, from + half, half, box, under, inside),
    );
  };

  const fromGroups = (boxes: readonly Box[]): Node => {
    if (boxes.some(isFromAnywhere)) return everything;
    const groups = new Set(boxes.flatMap(({ group }) => group ?? []));
    let node = nothing;
    for (const group of [...groups].sort((a, b) => b - a)) node = make(groupLevel + group, node, everything);
    return node;
  };

  return boxes.length === 0 ? nothing : fromLine(0, boxes);
}

/** Whether a box asks for no membership; what is said of addresses has been looked at before. */
function isFromAnywhere({ group }: Box): boolean {
  return group === undefined;
}
