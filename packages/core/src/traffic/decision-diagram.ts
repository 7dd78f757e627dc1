/** A set as a node of a diagram; two equal sets of one diagram are the same node. */
export type Node = number & { readonly __brand: "Node" };

/** The set without members. */
export const nothing: Node = 0 as Node;
/** The set of everything. */
export const everything: Node = 1 as Node;

/**
 * Sets of bit strings as reduced, ordered, binary decision diagrams. A node looks at one bit, its level, and leads to the set of what may
 * follow a 0 and of what may follow a 1; where both are the same there is no node. Every set has exactly one form, so comparing two is
 * comparing two numbers.
 */
export interface DecisionDiagram {
  /** The bit that the node looks at; greater than any level for the two ends. */
  readonly levelOf: (node: Node) => number;
  /** What may follow when the bit at `level` is 0 or 1; the node itself when it does not look at that bit. */
  readonly follow: (node: Node, level: number, bit: 0 | 1) => Node;
  readonly make: (level: number, zero: Node, one: Node) => Node;
  readonly union: (a: Node, b: Node) => Node;
  readonly intersection: (a: Node, b: Node) => Node;
  /** What is in `a` and not in `b`. */
  readonly difference: (a: Node, b: Node) => Node;
}

const endLevel = 0x7fffffff;
const [unionOf, intersectionOf, differenceOf] = [0, 1, 2] as const;
type Operation = typeof unionOf | typeof intersectionOf | typeof differenceOf;

// A node is its level and the nodes for 0 and 1; a result is the two operands and what they gave. The parts of each lie side by side,
// four numbers apart from the next, because looking for them in memory is what takes the time.
const stride = 4;
/**
 * A node's slot is sought near those of its younger child, which was made a moment ago, so that what is used together lies together; so far around that a child
 * with many parents does not crowd out others.
 */
const neighbourhood = 2 ** 15;
/** Results that are remembered. What is needed again is needed soon, so that few that stay near are better than many. */
const mostResults = 2 ** 14;

/** Room for `expected` nodes is made at once; it grows when they are more. */
export function createDecisionDiagram(expected = 0): DecisionDiagram {
  let room = 2 ** Math.ceil(Math.log2(Math.max(expected, 512)));
  let count = 2;
  let nodes = new Int32Array(room * stride);
  nodes[nothing * stride] = endLevel;
  nodes[everything * stride] = endLevel;
  /** Nodes by their content, open addressing, at most half full; 0 is a free slot. */
  let slots = new Int32Array(room * 2);
  /** By a hash of the operands; a new result takes the place of an old one. */
  const resultRoom = Math.min(room, mostResults);
  const results = new Int32Array(resultRoom * stride);

  const levelOf = (node: Node): number => nodes[node * stride] ?? endLevel;
  const zeroOf = (node: Node): Node => (nodes[node * stride + 1] ?? 0) as Node;
  const oneOf = (node: Node): Node => (nodes[node * stride + 2] ?? 0) as Node;

  const slotOf = (level: number, zero: number, one: number): number => {
    const mask = slots.length - 1;
    let slot = ((zero > one ? zero : one) * 2 + (mix(level, zero, one) & (neighbourhood - 1))) & mask;
    for (;;) {
      const node = slots[slot] ?? 0;
      const at = node * stride;
      if (node === 0 || (nodes[at] === level && nodes[at + 1] === zero && nodes[at + 2] === one)) return slot;
      slot = (slot + 1) & mask;
    }
  };

  const grow = (): void => {
    room *= 2;
    const larger = new Int32Array(room * stride);
    larger.set(nodes);
    nodes = larger;
    slots = new Int32Array(room * 2);
    for (let index = 2; index < count; index++) {
      const node = index as Node;
      slots[slotOf(levelOf(node), zeroOf(node), oneOf(node))] = node;
    }
  };

  const make = (level: number, zero: Node, one: Node): Node => {
    if (zero === one) return zero;
    let slot = slotOf(level, zero, one);
    const known = slots[slot] ?? 0;
    if (known !== 0) return known as Node;
    if (count === room) {
      grow();
      slot = slotOf(level, zero, one);
    }
    const node = count++;
    const at = node * stride;
    nodes[at] = level;
    nodes[at + 1] = zero;
    nodes[at + 2] = one;
    slots[slot] = node;
    return node as Node;
  };

  const combine = (operation: Operation, a: Node, b: Node): Node => {
    const short = shortcut(operation, a, b);
    if (short !== undefined) return short;
    // Operands here are never 0, so that an empty entry never matches; the operation rides on the second one.
    const second = b * 4 + operation;
    const entry = (mix(a, second, 0) & (resultRoom - 1)) * stride;
    if (results[entry] === a && results[entry + 1] === second) return (results[entry + 2] ?? 0) as Node;
    const levelA = levelOf(a);
    const levelB = levelOf(b);
    const level = levelA < levelB ? levelA : levelB;
    const zero = combine(operation, levelA === level ? zeroOf(a) : a, levelB === level ? zeroOf(b) : b);
    const one = combine(operation, levelA === level ? oneOf(a) : a, levelB === level ? oneOf(b) : b);
    // Most of a large set is left as it is; to see that here spares looking the node up.
    const isA = levelA === level && zero === zeroOf(a) && one === oneOf(a);
    const result = isA ? a : make(level, zero, one);
    results[entry] = a;
    results[entry + 1] = second;
    results[entry + 2] = result;
    return result;
  };

  return {
    levelOf,
    follow: (node, level, bit) => (levelOf(node) === level ? (bit === 0 ? zeroOf(node) : oneOf(node)) : node),
    make,
    // One order of the operands, so that the other one finds the result too.
    union: (a, b) => (a < b ? combine(unionOf, a, b) : combine(unionOf, b, a)),
    intersection: (a, b) => (a < b ? combine(intersectionOf, a, b) : combine(intersectionOf, b, a)),
    difference: (a, b) => combine(differenceOf, a, b),
  };
}

/** What needs no look at the nodes. */
function shortcut(operation: Operation, a: Node, b: Node): Node | undefined {
  switch (operation) {
    case unionOf:
      if (a === everything || b === everything) return everything;
      if (a === nothing || a === b) return b;
      return b === nothing ? a : undefined;
    case intersectionOf:
      if (a === nothing || b === nothing) return nothing;
      if (a === everything || a === b) return b;
      return b === everything ? a : undefined;
    case differenceOf:
      if (a === nothing || b === everything || a === b) return nothing;
      return b === nothing ? a : undefined;
  }
}

function mix(a: number, b: number, c: number): number {
  const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return hash ^ (hash >>> 15);
}
