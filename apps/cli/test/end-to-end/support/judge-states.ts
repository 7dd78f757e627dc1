import { createTrafficSpace, type Rule } from "@secgroup/core";
import { matches, type PlainPacket } from "./plain-packet.ts";
import { matchOf, toRule, type PlainRule } from "./plain-rule.ts";
import { randomFrom, samplePackets } from "./sample-packets.ts";

/** What a group passed through while it went from its old rules to its new ones. */
export interface Passage {
  readonly old: readonly PlainRule[];
  readonly next: readonly PlainRule[];
  readonly states: readonly (readonly PlainRule[])[];
}

/** Who found it, in which state, and an example. */
export interface Breach {
  readonly by: "traffic" | "packet";
  /** Refused although old and new rules allow it, or allowed although neither does. */
  readonly kind: "interrupted" | "opened";
  readonly state: number;
  readonly packet: unknown;
}

/** What is wrong with the states: found once by core's exact sets, and once, independent of them, packet by packet and rule by rule. */
export function judgeStates(passage: Passage, seed: number): readonly Breach[] {
  return [...judgeTraffic(passage), ...judgePackets(passage, seed)];
}

function judgeTraffic({ old, next, states }: Passage): readonly Breach[] {
  const rules = new Map<string, Rule>();
  for (const rule of [old, next, ...states].flat()) {
    const match = matchOf(rule);
    if (!rules.has(match)) rules.set(match, toRule(rule));
  }
  const space = createTrafficSpace(rules.values());
  const trafficOf = (plain: readonly PlainRule[]): ReturnType<typeof space.of> =>
    space.of(plain.flatMap((rule) => rules.get(matchOf(rule)) ?? []));
  const [before, after] = [trafficOf(old), trafficOf(next)];
  const least = space.intersection(before, after);
  const most = space.union(before, after);
  return states.flatMap((state, index): Breach[] => {
    const allowed = trafficOf(state);
    const interrupted = space.sample(space.difference(least, allowed));
    const opened = space.sample(space.difference(allowed, most));
    return [
      ...(interrupted ? [{ by: "traffic", kind: "interrupted", state: index, packet: interrupted } as const] : []),
      ...(opened ? [{ by: "traffic", kind: "opened", state: index, packet: opened } as const] : []),
    ];
  });
}

function judgePackets({ old, next, states }: Passage, seed: number): readonly Breach[] {
  const packets = samplePackets([...old, ...next], randomFrom(seed), 150);
  return packets.flatMap((packet) => {
    const [before, after] = [allows(old, packet), allows(next, packet)];
    return states.flatMap((rules, state): Breach[] => {
      const allowed = allows(rules, packet);
      if (before && after && !allowed) return [{ by: "packet", kind: "interrupted", state, packet }];
      if (!before && !after && allowed) return [{ by: "packet", kind: "opened", state, packet }];
      return [];
    });
  });
}

function allows(rules: readonly PlainRule[], packet: PlainPacket): boolean {
  return rules.some((rule) => matches(rule, packet));
}
