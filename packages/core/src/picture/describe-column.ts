import type { IpVersion } from "../model/rule.ts";
import type { Position } from "../traffic/address-line.ts";
import type { Interval } from "../traffic/interval.ts";
import { servicesIn, wholeServiceLine } from "../traffic/service-line.ts";
import { contains } from "./line-class.ts";
import type { PictureColumn } from "./traffic-picture.ts";

type Stretch = Interval<number>;

/** What a column is about: one stretch of services, or what others leave over of the smallest interval around it. */
export function describeColumn(
  parts: readonly Interval<Position>[],
  around: readonly Interval<Position>[],
  ipVersion: IpVersion,
): Pick<PictureColumn, "services" | "isWhole" | "restOf"> {
  const services = parts.flatMap((part) => servicesIn(numbers(part), ipVersion));
  const whole = wholeServiceLine[ipVersion];
  const [only, ...others] = parts.map(numbers);
  if (only !== undefined && others.length === 0) {
    if (contains(only, whole)) return { services, isWhole: true };
    // No rule but one about all services reaches beyond one protocol.
    const isRest = services.some(({ protocol }) => protocol !== services[0]?.protocol);
    return isRest ? { services, restOf: "any" } : { services };
  }
  const smallest = around
    .map(numbers)
    .reduce<Stretch>((best, one) => (one.to - one.from < best.to - best.from ? one : best), whole);
  if (contains(smallest, whole)) return { services, restOf: "any" };
  const [restOf] = servicesIn(smallest, ipVersion);
  return { services, restOf };
}

/** The line of services has numbers for places. */
function numbers({ from, to }: Interval<Position>): Stretch {
  return { from: Number(from), to: Number(to) };
}
