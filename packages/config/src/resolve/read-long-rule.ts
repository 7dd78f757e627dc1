import type { Direction, RuleDraft, RuleProblem } from "@secgroup/core";
import type { LongRule } from "../document.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "../source/document-path.ts";
import { isGroupReference, readRemoteGroup } from "./read-remote-group.ts";
import type { RuleContext } from "./rule-context.ts";

/** The draft of a rule in long form; `undefined` when something that the draft cannot hold is wrong, and reported. */
export function readLongRule(
  rule: LongRule,
  direction: Direction,
  path: DocumentPath,
  context: RuleContext,
): RuleDraft | undefined {
  const { problems } = context;
  if (Object.keys(rule).every((field) => field === "description")) {
    problems.add(path, "does not say what is allowed; write allow and from (or to), or protocol and remote");
    return undefined;
  }
  const ports = readPorts(rule.ports, [...path, "ports"], problems);
  const remote = readRemote(rule.remote, [...path, "remote"], context);
  if (ports === "wrong" || remote === undefined) return undefined;
  const { ipVersion, protocol, local, sourceMac, description } = rule;
  return {
    direction,
    ipVersion,
    protocol,
    ports,
    icmp: rule.icmp === "all" ? undefined : rule.icmp,
    ...remote,
    local,
    sourceMac,
    description,
  };
}

function readPorts(ports: LongRule["ports"], path: DocumentPath, problems: ProblemList): RuleDraft["ports"] | "wrong" {
  if (ports === undefined || ports === "all") return undefined;
  if (typeof ports === "number") return { from: ports, to: ports };
  if (typeof ports === "object") return ports;
  const numbers = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(ports);
  if (numbers) return { from: Number(numbers[1]), to: Number(numbers[2] ?? numbers[1]) };
  problems.add(path, `"${ports}" is not right; write a port such as 80, a range such as "8000-8100", or all`);
  return "wrong";
}

function readRemote(
  remote: string | undefined,
  path: DocumentPath,
  { addresses, groups, targets, problems }: RuleContext,
): Pick<RuleDraft, "remote" | "remoteGroup" | "remoteGroupName"> | undefined {
  if (remote === undefined) return {};
  if (isGroupReference(remote)) return readRemoteGroup(remote, targets, groups, path, problems);
  if (!addresses.has(remote)) return { remote };
  problems.add(
    path,
    `"${remote}" is an address set, which only the short form can name; write allow and from (or to), or one address`,
  );
  return undefined;
}

/** Where a problem of the draft stands in the rule that was written. */
export function draftFieldPath(problem: RuleProblem, rule: LongRule, path: DocumentPath): DocumentPath {
  const [field = "", part] = problem.field.split(".");
  const isWrittenInParts =
    field === "ports" ? typeof rule.ports === "object" : field === "icmp" && typeof rule.icmp === "object";
  return part !== undefined && isWrittenInParts ? [...path, field, part] : [...path, field];
}
