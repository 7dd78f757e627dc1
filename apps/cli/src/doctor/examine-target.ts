import type { Target } from "@secgroup/config";
import {
  SecurityGroupError,
  toSecurityGroupError,
  type Account,
  type Adapter,
  type ListedGroup,
  type Operation,
} from "@secgroup/core";
import type { Context } from "../context.ts";
import { cloudTitle } from "../render/render-target.ts";
import { count } from "../render/words.ts";
import { openTarget } from "../targets/open-target.ts";
import { describeCredentials, writeRights } from "./describe-credentials.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { accepted, failed, reached, type Finding, type TargetExamination, type Usage } from "./finding.ts";
import { judgeClock, judgeRate } from "./judge-answer.ts";
import { judgeUsage, readUsage } from "./judge-usage.ts";
import { listen } from "./listen.ts";

/**
 * Looks at one target with the reads that planning and applying begin with: its groups, what is under way, and the limits; each is
 * sent once, and nothing is written. Throws `aborted` only.
 */
export async function examineTarget(target: Target, context: Context, account: Account): Promise<TargetExamination> {
  const heard = listen(context.fetch, context.clock);
  const { signal } = context;
  let adapter: Adapter;
  try {
    adapter = openTarget(target, { ...context, fetch: heard.fetch }, account).adapter;
  } catch (error) {
    const refused = toSecurityGroupError(error);
    const check = refused.code === "missing-credentials" ? "credentials" : "settings";
    return { target, findings: [failed(check, refused)] };
  }
  const groups = await attempt(() => adapter.listGroups(signal));
  const heardFindings = (): readonly Finding[] => {
    const answer = heard.answer();
    return answer === undefined ? [] : [judgeClock(answer), judgeRate(answer)];
  };
  if (groups instanceof SecurityGroupError) {
    return { target, findings: [...explainRefusal(groups, target, heard, context.environment), ...heardFindings()] };
  }
  const operations = await attempt(() => adapter.listOperations(signal));
  const limits = await attempt(() => adapter.readLimits(signal));
  const usage = readUsage(groups, limits instanceof SecurityGroupError ? adapter.capabilities.limits : limits);
  const [clock, rate] = heardFindings();
  return {
    target,
    usage,
    findings: [
      accepted(describeCredentials(target.cloud, context.environment)),
      reached(heard),
      judgeReads(groups, operations),
      {
        check: "write rights",
        status: "unknown",
        message: `${cloudTitle(target.cloud)} tells them only to a write`,
        hint: writeRights[target.cloud],
      },
      ...(clock ? [clock] : []),
      limits instanceof SecurityGroupError ? limitsUntold(limits, usage) : judgeUsage(usage),
      ...(rate ? [rate] : []),
    ],
  };
}

/** What a call answers, or the error that it ends with; `aborted` is thrown. */
async function attempt<Value>(call: () => Promise<Value>): Promise<Value | SecurityGroupError> {
  try {
    return await call();
  } catch (thrown) {
    const error = toSecurityGroupError(thrown);
    if (error.code === "aborted") throw error;
    return error;
  }
}

function judgeReads(groups: readonly ListedGroup[], operations: readonly Operation[] | SecurityGroupError): Finding {
  const check = "read rights";
  const read = `${count(groups.length, "group")} read`;
  if (!(operations instanceof SecurityGroupError)) {
    const busy = operations.length === 0 ? "nothing" : count(operations.length, "operation");
    return { check, status: "ok", message: `${read}, ${busy} under way` };
  }
  const { code, message, hint } = operations;
  const isDenied = code === "unauthorized" || code === "forbidden" || code === "not-found";
  return {
    check,
    status: isDenied ? "failed" : "warning",
    message: `${read}, but not what is under way: ${message}`,
    hint,
  };
}

function limitsUntold(error: SecurityGroupError, usage: Usage): Finding {
  const { message } = judgeUsage(usage);
  return { check: "limits", status: "unknown", message: `${message}, by the documented limits: ${error.message}` };
}
