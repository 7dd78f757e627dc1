import { describeRule } from "@secgroup/core";
import { toRule, type PlainRule } from "./plain-rule.ts";
import type { Scenario, ScenarioGroup, ScenarioTarget } from "./scenario.ts";

/** The scenario in a few lines. */
export function describeScenario(scenario: Scenario): string {
  const { targets, ionos, gcore, rateLimits, faults, crash, afterCrash, rivalAfterMs, pauseMs } = scenario;
  const clouds = new Set(targets.map(({ place }) => place.cloud));
  const { roundTripMs, deadlineMs, allowInterruption } = scenario;
  return [
    ...(clouds.has("ionos") ? [`ionos: ${JSON.stringify(ionos)}`] : []),
    ...(clouds.has("gcore") ? [`gcore: ${JSON.stringify(gcore)}`] : []),
    ...(Object.keys(rateLimits).length > 0 ? [`rate limits: ${JSON.stringify(rateLimits)}`] : []),
    `time: ${JSON.stringify({ roundTripMs, deadlineMs, pauseMs })}${allowInterruption ? ", interruptions are accepted" : ""}`,
    ...faults.map((fault) => `fault: ${JSON.stringify(fault)}`),
    ...scenario.laterFaults.map((fault) => `fault after the crash: ${JSON.stringify(fault)}`),
    ...(crash ? [`crash: ${JSON.stringify(crash)}, then ${afterCrash}`] : []),
    ...(rivalAfterMs === undefined ? [] : [`a rival after ${rivalAfterMs} ms`]),
    ...targets.flatMap(describeTarget),
  ].join("\n");
}

function describeTarget({ name, place, groups }: ScenarioTarget): readonly string[] {
  return [`${name}: ${JSON.stringify(place)}`, ...groups.flatMap(describeGroup).map((line) => `  ${line}`)];
}

function describeGroup({ name, before, wanted }: ScenarioGroup): readonly string[] {
  const fields = (content: { readonly rules: unknown }): string => JSON.stringify({ ...content, rules: undefined });
  return [
    `${name}: ${before ? fields(before) : "not there"} → ${wanted === undefined ? "not in the document" : wanted === "absent" ? "absent" : fields(wanted)}`,
    ...(before?.rules.map((rule) => `  is     ${describe(rule)}`) ?? []),
    ...(typeof wanted === "object" ? wanted.rules.map((rule) => `  to be  ${describe(rule)}`) : []),
  ];
}

function describe(rule: PlainRule): string {
  return `${describeRule(toRule(rule))}${rule.description === "" ? "" : ` "${rule.description}"`}`;
}
