import { everything, nothing, type DecisionDiagram, type Node } from "./decision-diagram.ts";
import type { Interval } from "./interval.ts";
import { lines, type Line } from "./rule-interval.ts";
import type { SpaceLayout } from "./space-layout.ts";
import type { Membership } from "./traffic-line.ts";

/** Every combination of some ranks on each line, with what must hold of the groups. */
export interface Product {
  readonly selected: Readonly<Record<Line, readonly Interval<number>[]>>;
  readonly memberships: readonly Membership[];
  readonly node: Node;
}

/** A part of a set, from some line on. */
interface Part {
  readonly selected: Readonly<Partial<Record<Line, readonly Interval<number>[]>>>;
  readonly memberships: readonly Membership[];
  readonly node: Node;
}

/** Above this number of different parts on a line, parts are not compared each with each. */
const mostCompared = 64;

/**
 * A set of one direction and IP version as a union of products. On each line, stretches with equal continuations are taken together, and each is widened
 * over the stretches whose continuations contain it, so that "all from the office, HTTPS from anywhere" is told in these two
 * products; what the others cover already is left out.
 */
export function findProducts(root: Node, layout: SpaceLayout, diagram: DecisionDiagram): readonly Product[] {
  const { make, union, difference, follow } = diagram;

  const fromLine = (index: number, node: Node): readonly Part[] => {
    if (node === nothing) return [];
    const line = lines[index];
    if (line === undefined) return fromGroups(0, node);
    const stretches = stretchesOf(node, line);
    const continuations = [...new Set(stretches.map(({ next }) => next))];
    const widens = continuations.length <= mostCompared;
    const parts = continuations.flatMap((next) => {
      const own = rangesWhere(stretches, (other) => other === next);
      const wide = widens ? rangesWhere(stretches, (other) => other === next || contains(other, next)) : own;
      // Widened only where that is shorter to say: "any protocol" rather than "any but tcp/443", but not "tcp/22, tcp/443".
      const size = 2 ** layout.bits[line].bits;
      const ranks = countItems(wide, size) < countItems(own, size) ? wide : own;
      return fromLine(index + 1, next).map((part): Part => ({
        selected: { ...part.selected, [line]: ranks },
        memberships: part.memberships,
        node: onLine(line, ranks, part.node),
      }));
    });
    return widens ? withoutCovered(parts) : parts;
  };

  const contains = (whole: Node, part: Node): boolean => difference(part, whole) === nothing;

  /** The stretches of a line from which the set can be reached, each as long as what may follow is the same. */
  const stretchesOf = (root: Node, line: Line): readonly Stretch[] => {
    const { level, bits } = layout.bits[line];
    const found: { range: Interval<number>; readonly next: Node }[] = [];
    const walk = (node: Node, from: number, size: number): void => {
      const depth = diagram.levelOf(node);
      if (node === nothing) return;
      if (depth >= level + bits) {
        const last = found.at(-1);
        if (last?.next === node && last.range.to === from) last.range = { from: last.range.from, to: from + size };
        else found.push({ range: { from, to: from + size }, next: node });
        return;
      }
      // Down to the level that the node looks at, the two halves are the same; they are joined above.
      const half = size / 2;
      const at = level + bits - Math.log2(size);
      walk(follow(node, at, 0), from, half);
      walk(follow(node, at, 1), from + half, half);
    };
    walk(root, 0, 2 ** bits);
    return found;
  };

  /** The set whose rank on a line is among these, followed by `next`. */
  const onLine = (line: Line, ranks: readonly Interval<number>[], next: Node): Node => {
    const { level, bits } = layout.bits[line];
    const within = ({ from, to }: Interval<number>, at: number, start: number, size: number): Node => {
      if (from <= start && to >= start + size) return next;
      if (to <= start || from >= start + size) return nothing;
      const half = size / 2;
      return make(at, within({ from, to }, at + 1, start, half), within({ from, to }, at + 1, start + half, half));
    };
    return ranks.reduce((sum, range) => union(sum, within(range, level, 0, 2 ** bits)), nothing);
  };

  const fromGroups = (index: number, node: Node): readonly Part[] => {
    if (node === nothing) return [];
    const group = layout.groups[index];
    if (group === undefined || node === everything) return [{ selected: {}, memberships: [], node }];
    const level = layout.groupLevel + index;
    const [outside, inside] = [follow(node, level, 0), follow(node, level, 1)];
    if (outside === inside) return fromGroups(index + 1, node);
    const member = fromGroups(index + 1, inside).map((part) => withMembership(part, { group, isMember: true }, level));
    // Whatever holds outside and inside alike is said without the group.
    const others = fromGroups(index + 1, outside).map((part) =>
      contains(inside, part.node) ? part : withMembership(part, { group, isMember: false }, level),
    );
    return withoutCovered([...others, ...member]);
  };

  const withMembership = (part: Part, membership: Membership, level: number): Part => ({
    selected: part.selected,
    memberships: [membership, ...part.memberships],
    node: membership.isMember ? make(level, nothing, part.node) : make(level, part.node, nothing),
  });

  /** Without the parts that all others together contain; the last ones are looked at first. */
  const withoutCovered = (parts: readonly Part[]): readonly Part[] => {
    const before: Node[] = [];
    parts.reduce((sum, { node }) => {
      before.push(sum);
      return union(sum, node);
    }, nothing);
    let after = nothing;
    return parts
      .toReversed()
      .filter(({ node }, index) => {
        const others = union(before[parts.length - 1 - index] ?? nothing, after);
        if (contains(others, node)) return false;
        after = union(after, node);
        return true;
      })
      .toReversed();
  };

  return fromLine(0, root).map(({ selected, memberships, node }) => ({
    selected: { service: [], remote: [], local: [], sourceMac: [], ...selected },
    memberships,
    node,
  }));
}

interface Stretch {
  readonly range: Interval<number>;
  readonly next: Node;
}

function rangesWhere(stretches: readonly Stretch[], accepts: (next: Node) => boolean): readonly Interval<number>[] {
  return joinNeighbours(stretches.filter(({ next }) => accepts(next)).map(({ range }) => range));
}

/** How many ranges it takes to say which ranks are meant, or which are not. */
function countItems(ranges: readonly Interval<number>[], size: number): number {
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return 0;
  const gaps = ranges.length - 1 + Number(first.from > 0) + Number(last.to < size);
  return Math.min(ranges.length, gaps);
}

function joinNeighbours(ranges: readonly Interval<number>[]): readonly Interval<number>[] {
  const joined: Interval<number>[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last?.to === range.from) joined[joined.length - 1] = { from: last.from, to: range.to };
    else joined.push(range);
  }
  return joined;
}
