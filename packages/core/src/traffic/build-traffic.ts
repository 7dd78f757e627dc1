import { everything, nothing, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import { lines, type Box, type SpaceLayout } from "./space-layout.ts";

/**
 * The union of boxes. Each line is halved until a box covers a part of it whole; there the next line is looked at, for all such boxes at
 * once, and what was found for a part holds for its halves too. A line's ranks are halved as long as a box ends within.
 */
export function buildTraffic(boxes: readonly Box[], { bits, groupLevel }: SpaceLayout, diagram: DecisionDiagram): Node {
  const { make, union } = diagram;

  const fromLine = (line: number, boxes: readonly Box[]): Node => {
    const name = lines[line];
    if (name === undefined) return fromGroups(boxes);
    const [first] = boxes;
    const size = 2 ** bits[name].bits;
    return boxes.length === 1 && first !== undefined
      ? fromBox(line, bits[name].level, 0, size, first, nothing, fromLine(line + 1, boxes))
      : halve(line, bits[name].level, 0, size, boxes, nothing);
  };

  /** The boxes reach into the part of the line that begins at `from` and is `size` ranks long; `under` is in all of it. */
  const halve = (line: number, level: number, from: number, size: number, boxes: readonly Box[], under: Node): Node => {
    const [first] = boxes;
    if (first === undefined || under === everything) return under;
    if (boxes.length === 1) {
      return fromBox(line, level, from, size, first, under, union(under, fromLine(line + 1, boxes)));
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
    const whole = covering.length === 0 ? under : union(under, fromLine(line + 1, covering));
    if (lower.length === 0 && upper.length === 0) return whole;
    return make(
      level,
      halve(line, level + 1, from, half, lower, whole),
      halve(line, level + 1, middle, half, upper, whole),
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
    const groups = new Set<number>();
    for (const { group } of boxes) {
      if (group === undefined) return everything;
      groups.add(group);
    }
    let node = nothing;
    for (const group of [...groups].sort((a, b) => b - a)) node = make(groupLevel + group, node, everything);
    return node;
  };

  return boxes.length === 0 ? nothing : fromLine(0, boxes);
}
