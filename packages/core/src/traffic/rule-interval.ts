import type { IpVersion, Rule } from "../model/rule.ts";
import { addressInterval, macPlace, wholeAddressLine, wholeMacLine, type Position } from "./address-line.ts";
import type { Interval } from "./interval.ts";
import { serviceInterval, wholeServiceLine } from "./service-line.ts";

/** The lines on which a rule is an interval, in the order in which a diagram looks at them. */
export const lines = ["service", "remote", "local", "sourceMac"] as const;
export type Line = (typeof lines)[number];

/** Everything that rules of one IP version can say on a line. */
export function wholeLine(ipVersion: IpVersion, line: Line): Interval<Position> {
  switch (line) {
    case "service":
      return wholeServiceLine[ipVersion];
    case "remote":
    case "local":
      return wholeAddressLine[ipVersion];
    case "sourceMac":
      return wholeMacLine;
  }
}

/** What a rule says on a line; nothing when that is all. */
export function intervalOf(rule: Rule, line: Line): Interval<Position> | undefined {
  switch (line) {
    case "service":
      return serviceInterval(rule);
    case "remote":
    case "local":
      // A group's members may have any address.
      return rule[line].kind === "cidr" ? addressInterval(rule[line].cidr) : undefined;
    case "sourceMac":
      return rule.sourceMac === "any" ? undefined : one(macPlace(rule.sourceMac));
  }
}

function one(place: number): Interval<number> {
  return { from: place, to: place + 1 };
}
