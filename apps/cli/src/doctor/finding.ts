import type { Target } from "@secgroup/config";
import type { SecurityGroupError } from "@secgroup/core";
import { seconds } from "../render/words.ts";
import type { Listener } from "./listen.ts";

/** What is looked at, in the order in which it is told. */
export type Check =
  | "document"
  | "settings"
  | "credentials"
  | "reachable"
  | "read rights"
  | "write rights"
  | "clock"
  | "limits"
  | "call rate";

/** `unknown` is what cannot be told; it says nothing against the target. */
export type Status = "ok" | "warning" | "failed" | "unknown";

/** What was found out about one thing. */
export interface Finding {
  readonly check: Check;
  readonly status: Status;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string | undefined;
}

/** How much of a target's limits is in use. */
export interface Usage {
  /** The most rules that a group may hold. */
  readonly rulesPerGroup: number;
  /** The most groups; absent where the cloud tells none. */
  readonly groupsPerTarget?: number | undefined;
  /** Every group with the number of its rules, the fullest first; a number that was not told is absent. */
  readonly groups: readonly { readonly name: string; readonly id: string; readonly rules?: number | undefined }[];
}

/** All that was found out about one target. */
export interface TargetExamination {
  readonly target: Target;
  readonly findings: readonly Finding[];
  /** Absent where the groups could not be read. */
  readonly usage?: Usage | undefined;
}

/** What `secgroup doctor` found out. */
export interface Examination {
  /** What concerns no single target. */
  readonly findings: readonly Finding[];
  readonly targets: readonly TargetExamination[];
}

/** What an error says of one thing. */
export function failed(check: Check, { message, hint }: SecurityGroupError): Finding {
  return { check, status: "failed", message, hint };
}

/** That the cloud took the credentials in these variables. */
export function accepted(names: string): Finding {
  return { check: "credentials", status: "ok", message: `${names} accepted` };
}

/** That an answer came. */
export function reached(heard: Listener): Finding {
  const { tookMs = 0 } = heard.answer() ?? {};
  const time = tookMs < 1_000 ? `${Math.round(tookMs)} ms` : seconds(tookMs);
  return { check: "reachable", status: "ok", message: `${heard.url()?.host ?? "the cloud"} answered in ${time}` };
}
