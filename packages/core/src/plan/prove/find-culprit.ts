import type { Packet } from "../../model/packet.ts";
import { noTraffic, type Traffic, type TrafficSpace } from "../../traffic/traffic-space.ts";
import type { WaveProgress } from "./group-progress.ts";

/** A rule that may go, its step, and a packet that nothing allows then. */
export type Culprit = WaveProgress["leaving"][number] & { readonly packet: Packet };

/** The first of the rules that may go which allows some of what is lost; nothing when nothing is lost by any of them. */
export function findCulprit(lost: Traffic, space: TrafficSpace, leaving: WaveProgress["leaving"]): Culprit | undefined {
  const culprit = leaving.find(({ rule }) => space.intersection(space.ofRule(rule), lost) !== noTraffic);
  const packet = culprit && space.sample(space.intersection(space.ofRule(culprit.rule), lost));
  return culprit && packet && { ...culprit, packet };
}
