import { createTrafficSpace, normalizeRule, type Rule } from "@secgroup/core";
import { ionosRuleItem } from "./ionos-sample.ts";
import { measureOnce, measureTogether } from "./measure.ts";
import { mixedRules, type WireRule } from "./mixed-rules.ts";
import { ratio } from "./ratio.ts";

/** What opens and what closes between two unlike sets of mixed rules, both ways, against parsing the JSON of both. */
export function benchTraffic(): void {
  console.log(
    "\nTraffic that differs between two sets of mixed rules, against JSON.parse of both (aim: <= 5 for 250)\n",
  );
  console.log(
    "old x new rules    Gcore's JSON   IONOS' JSON   growth from the row above, against n log n (aim: <= 1.5)",
  );
  let before: { readonly count: number; readonly time: number } | undefined;
  for (const count of [250, 1_000, 10_000]) {
    const [old, next] = [mixedRules(count, 1), mixedRules(count, 2)];
    const gcoreTexts = [JSON.stringify(old), JSON.stringify(next)];
    const ionosTexts = [JSON.stringify(old.map(ionosItem)), JSON.stringify(next.map(ionosItem))];
    const [oldRules, newRules] = [old.map(readWireRule), next.map(readWireRule)];
    const [gcoreParse = 0, ionosParse = 0, time = 0] = measureTogether(
      [
        () => gcoreTexts.map((text) => JSON.parse(text) as unknown),
        () => ionosTexts.map((text) => JSON.parse(text) as unknown),
        () => compare(oldRules, newRules),
      ],
      count > 1_000 ? 10 : 30,
    );
    const expected = before && (count * Math.log(count)) / (before.count * Math.log(before.count));
    const growth = before && expected ? ratio(time / before.time / expected) : "";
    console.log(
      `${`${count} x ${count}`.padEnd(16)} ${ratio(time / gcoreParse).padStart(15)}${ratio(time / ionosParse).padStart(14)}   ${growth}`,
    );
    before = { count, time };
  }
  const many = [mixedRules(100_000, 1), mixedRules(100_000, 2)].map((rules) => rules.map(readWireRule));
  const resident = process.memoryUsage.rss();
  const { time, result } = measureOnce(() => compare(many[0] ?? [], many[1] ?? []));
  const megabytes = (process.memoryUsage.rss() - resident) / 1e6;
  console.log(
    `100000 x 100000: ${ratio(time / 10 / (before?.time ?? 1))} x the time a rule of the row above, ${megabytes.toFixed(0)} MB more resident, differs: ${result}`,
  );
}

function compare(old: readonly Rule[], next: readonly Rule[]): boolean {
  const space = createTrafficSpace([...old, ...next]);
  const [before, after] = [space.of(old), space.of(next)];
  return space.difference(after, before) !== space.difference(before, after);
}

/** The same rule in the words of an IONOS answer. */
function ionosItem(rule: WireRule, index: number): object {
  const isIngress = rule.direction === "ingress";
  return ionosRuleItem(index, {
    protocol: rule.protocol === null ? "ANY" : rule.protocol.toUpperCase(),
    sourceIp: isIngress ? rule.remote_ip_prefix : null,
    targetIp: isIngress ? null : rule.remote_ip_prefix,
    portRangeStart: rule.port_range_min,
    portRangeEnd: rule.port_range_max,
    ipVersion: rule.ethertype,
    type: rule.direction.toUpperCase(),
  });
}

/** The canonical rule of a wire rule. */
export function readWireRule(wire: WireRule): Rule {
  const normalized = normalizeRule(
    {
      direction: wire.direction,
      ipVersion: wire.ethertype,
      protocol: wire.protocol,
      ports: wire.port_range_min === null ? null : { from: wire.port_range_min, to: wire.port_range_max },
      remote: wire.remote_ip_prefix,
    },
    "cloud",
  );
  const rule = normalized.ok ? normalized.rules[0] : undefined;
  if (rule === undefined) throw new Error("the sample holds no canonical rule");
  return rule;
}
