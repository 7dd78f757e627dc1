import fc from "fast-check";
import type { Rule } from "../../src/index.ts";
import { tcp } from "./support.ts";

/** Eight ports by four addresses, each cell a bit; everything about rules in here can be tried out. */
const firstPort = 10;
const ports = 8;
const networks: Readonly<Record<string, readonly number[]>> = {
  "10.0.0.0/30": [0, 1, 2, 3],
  "10.0.0.0/31": [0, 1],
  "10.0.0.2/31": [2, 3],
  "10.0.0.0/32": [0],
  "10.0.0.1/32": [1],
  "10.0.0.2/32": [2],
  "10.0.0.3/32": [3],
};

const port = fc.integer({ min: firstPort, max: firstPort + ports - 1 });
const range = fc.tuple(port, port).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
const network = fc.constantFrom(...Object.keys(networks));

/** Rules that differ in ports and addresses. */
export const gridRule: fc.Arbitrary<Rule> = fc.tuple(range, network).map(([range, network]) => tcp(range, network));

/** Rules that differ in one field only. */
export function ingressOfGrid(field: "ports" | "remote"): fc.Arbitrary<Rule> {
  return field === "ports"
    ? range.map((range) => tcp(range, "10.0.0.0/31"))
    : network.map((network) => tcp("12-13", network));
}

function cellsOf(rule: Rule): bigint {
  if (!("ports" in rule) || rule.ports === "all" || rule.remote.kind !== "cidr") throw new Error("not of the grid");
  return cells(rule.remote.cidr, rule.ports.from - firstPort, rule.ports.to - firstPort);
}

function cells(network: string, from: number, to: number): bigint {
  let bits = 0n;
  for (const address of networks[network] ?? []) {
    for (let port = from; port <= to; port++) bits |= 1n << BigInt(address * ports + port);
  }
  return bits;
}

const every: readonly bigint[] = Object.keys(networks).flatMap((network) =>
  Array.from({ length: ports }, (_, from) =>
    Array.from({ length: ports - from }, (_, more) => cells(network, from, from + more)),
  ).flat(),
);

/** The fewest rules of the grid that match what these do, found by trying. */
export function fewestRules(rules: readonly Rule[]): number {
  const target = rules.reduce((sum, rule) => sum | cellsOf(rule), 0n);
  const within = every.filter((box) => (box & ~target) === 0n);
  const widest = within.filter((box) => !within.some((other) => other !== box && (box & ~other) === 0n));
  const canCover = (left: bigint, count: number): boolean => {
    if (left === 0n) return true;
    if (count === 0) return false;
    const first = left & -left;
    return widest.some((box) => (box & first) !== 0n && canCover(left & ~box, count - 1));
  };
  let count = 0;
  while (!canCover(target, count)) count++;
  return count;
}
