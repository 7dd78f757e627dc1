import type { IpVersion, Rule } from "../model/rule.ts";
import type { Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";
import type { ExposureQuestion } from "./exposure-question.ts";
import { countAddresses, cutPublicIntervals, publicIntervals } from "./public-addresses.ts";
import { extentOf, holds, isWithin, meets, type Extent } from "./rule-extent.ts";

/** `error`: the whole internet may reach it; `warning`: a large part of it may. */
export type ReachLevel = "error" | "warning";

/** How much of the internet reaches a service, and which rules let it. */
export interface Reach {
  readonly level: ReachLevel;
  readonly rules: readonly Rule[];
}

/** One of this many parts of the public addresses is a large part. */
const partsOfInternet = 256n;

/**
 * Judges from which public addresses some rules let a service in; nothing when those are less than 1/256 of all. The service is
 * asked for as a rule that allows it from anywhere; none of the rules is from a group.
 */
export function judgeReach(
  rules: readonly Rule[],
  service: Rule,
  counts: ExposureQuestion["counts"],
): Reach | undefined {
  const asked = extentOf(service);
  const letting = rules.map((rule) => ({ rule, ...extentOf(rule) })).filter((rule) => meets(rule, asked));
  const open = cutPublicIntervals(
    service.ipVersion,
    letting.flatMap(({ remote }) => [remote.from, remote.to]),
  )
    .map((addresses) => ({ addresses, letting: letting.filter(({ remote }) => holds(remote, addresses)) }))
    .filter(({ letting }) => (counts === "any-port" ? letting.length > 0 : areAllOf(asked.service, letting)));
  const level = levelOf(
    open.map(({ addresses }) => addresses),
    service.ipVersion,
  );
  if (level === undefined) return undefined;
  const causes = new Set(open.flatMap(({ letting }) => letting.filter((rule) => !isOutdone(rule, letting, asked))));
  return {
    level,
    rules: letting.filter((rule) => causes.has(rule) && !isNarrower(rule, causes)).map(({ rule }) => rule),
  };
}

function levelOf(addresses: readonly Interval<Position>[], ipVersion: IpVersion): ReachLevel | undefined {
  const all = countAddresses(publicIntervals[ipVersion]);
  const reached = countAddresses(addresses);
  if ((all - reached) * partsOfInternet < all) return "error";
  return reached * partsOfInternet >= all ? "warning" : undefined;
}

function clip(interval: Interval<number>, bounds: Interval<number>): Interval<number> {
  return { from: Math.max(interval.from, bounds.from), to: Math.min(interval.to, bounds.to) };
}

/** Whether the rules' services together are all of a service. */
function areAllOf(service: Interval<number>, rules: readonly Extent[]): boolean {
  let end = service.from;
  for (const { from, to } of rules.map((rule) => rule.service).sort((a, b) => a.from - b.from)) {
    if (from <= end) end = Math.max(end, to);
  }
  return end >= service.to;
}

/** Whether another rule lets in more of the service, all of what this one does included. */
function isOutdone(rule: Extent, others: readonly Extent[], asked: Extent): boolean {
  const own = clip(rule.service, asked.service);
  return others.some((other) => {
    const its = clip(other.service, asked.service);
    return holds(its, own) && !holds(own, its);
  });
}

/** Whether the rule lies within another one. */
function isNarrower(rule: Extent, others: ReadonlySet<Extent>): boolean {
  return [...others].some((other) => isWithin(rule, other) && !isWithin(other, rule));
}
