import type { Target } from "@secgroup/config";
import type { SecurityGroupError } from "@secgroup/core";
import type { Environment } from "../context.ts";
import { describeCredentials } from "./describe-credentials.ts";
import { explainSilence } from "./explain-silence.ts";
import { accepted, failed, reached, type Finding } from "./finding.ts";
import type { Listener } from "./listen.ts";

/** What the error of a target's first call says of credentials, of the way there, and of rights. */
export function explainRefusal(
  error: SecurityGroupError,
  { cloud }: Target,
  heard: Listener,
  environment: Environment,
): readonly Finding[] {
  const names = describeCredentials(cloud, environment);
  const untried: Finding = { check: "credentials", status: "unknown", message: `${names} set, but not tried` };
  const url = heard.url();
  if (error.code === "unauthorized") return [failed("credentials", error), reached(heard)];
  if (error.code === "forbidden" || error.code === "not-found")
    return [accepted(names), reached(heard), failed("read rights", error)];
  if (error.code === "rate-limited") {
    // A refusal that was heard is told with the call rate; a call that was not even sent had no answer.
    return [untried, heard.answer()?.rate.refused === true ? reached(heard) : failed("call rate", error)];
  }
  if (error.code === "usage") return [untried, failed("settings", error)];
  if (error.code === "unreachable" && url !== undefined)
    return [untried, { check: "reachable", status: "failed", ...explainSilence(error, url, environment) }];
  // Maintenance, or an answer that is none of this API's.
  return [untried, failed("reachable", error)];
}
