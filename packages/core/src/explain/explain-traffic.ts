import type { Packet } from "../model/packet.ts";
import type { Rule } from "../model/rule.ts";
import type { TrafficLine } from "../traffic/traffic-line.ts";
import { createTrafficSpace, noTraffic, type Traffic, type TrafficSpace } from "../traffic/traffic-space.ts";

/** Traffic with one packet of it. */
export interface ExampleLine {
  readonly line: TrafficLine;
  readonly example: Packet;
}

/** Whether traffic is allowed, and by what. */
export interface TrafficAnswer<Sourced extends { readonly rule: Rule }> {
  readonly answer: "allowed" | "refused" | "partly";
  /** The rules that allow all or part of it, as they were handed in. */
  readonly rules: readonly Sourced[];
  readonly allowed: readonly ExampleLine[];
  readonly refused: readonly ExampleLine[];
}

/** Which of the packets that the question's rules match are allowed by a group's rules, and by which of them. */
export function explainTraffic<Sourced extends { readonly rule: Rule }>(
  question: readonly Rule[],
  rules: readonly Sourced[],
): TrafficAnswer<Sourced> {
  const space = createTrafficSpace([...question, ...rules.map(({ rule }) => rule)]);
  const asked = space.of(question);
  const concerned = rules.filter(({ rule }) => space.intersection(space.ofRule(rule), asked) !== noTraffic);
  const allowed = space.intersection(space.of(concerned.map(({ rule }) => rule)), asked);
  return {
    answer: allowed === asked ? "allowed" : allowed === noTraffic ? "refused" : "partly",
    rules: concerned,
    allowed: exampleLines(allowed, space),
    refused: exampleLines(space.difference(asked, allowed), space),
  };
}

/** A set in few lines, each with an example. */
export function exampleLines(traffic: Traffic, space: TrafficSpace): readonly ExampleLine[] {
  return space.describe(traffic).flatMap((line) => {
    const example = space.sample(space.ofLine(line));
    return example === undefined ? [] : [{ line, example }];
  });
}
