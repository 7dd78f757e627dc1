import type { Packet } from "../../model/packet.ts";
import type { TrafficLine } from "../../traffic/traffic-line.ts";

interface UnprovedStepBase {
  /** The group's name on the cloud before the plan. */
  readonly group: string;
  /** Positions in the plan's waves, and in that wave, from 0. */
  readonly wave: number;
  readonly step: number;
}

/** A step of which the plan cannot promise that nothing is interrupted by it. */
export type UnprovedStep =
  /** What both the old and the new rules allow may be refused while the step's wave runs. */
  | (UnprovedStepBase & {
      readonly reason: "interrupts";
      readonly packet: Packet;
      readonly traffic: readonly TrafficLine[];
      /** Present when only servers that are in both groups are concerned: the one that opens what the other closes, or the group itself when it takes that away again. */
      readonly handedOverTo?: string | undefined;
    })
  /** The group may hold more rules than the cloud accepts. */
  | (UnprovedStepBase & { readonly reason: "exceeds-limit"; readonly rules: number; readonly limit: number });
