/** A rule that lets in TCP on one port from one IPv4 network: enough to compare with. */
export interface PlainRule {
  readonly port: number;
  readonly network: string;
}

/** What becomes of one group. */
export interface Change {
  /** The name of its section on the page. */
  readonly name: string;
  /** The rules that stand; undefined when there is no group yet. */
  readonly old: (count: number) => readonly PlainRule[] | undefined;
  readonly next: (count: number) => readonly PlainRule[];
}

const rules = (count: number, firstPort: number, network: string): readonly PlainRule[] =>
  Array.from({ length: count }, (_, index) => ({ port: firstPort + index, network }));

export const changes: readonly Change[] = [
  { name: "new-group", old: () => undefined, next: (count) => rules(count, 1, "10.0.0.0/8") },
  {
    name: "more-rules",
    old: () => rules(1, 2001, "10.0.0.0/8"),
    next: (count) => [...rules(1, 2001, "10.0.0.0/8"), ...rules(count, 1, "10.0.0.0/8")],
  },
  {
    name: "other-ports",
    old: (count) => rules(count, 1, "10.0.0.0/8"),
    next: (count) => rules(count, 1001, "10.0.0.0/8"),
  },
  {
    name: "narrower-network",
    old: (count) => rules(count, 1, "10.0.0.0/8"),
    next: (count) => rules(count, 1, "10.0.0.0/9"),
  },
  {
    name: "nothing",
    old: (count) => rules(count, 1, "10.0.0.0/8"),
    next: (count) => rules(count, 1, "10.0.0.0/8"),
  },
];
