import { gcoreSample } from "./gcore-sample.ts";
import { ionosSample } from "./ionos-sample.ts";
import { measureTogether } from "./measure.ts";
import { ratio } from "./ratio.ts";

/** Normalising and comparing a group's answer, against parsing its JSON. */
export function benchAnswers(): void {
  console.log("Time against JSON.parse of the same answer (aims: normalise + diff <= 1.0, with validation <= 2.0)\n");
  console.log("cloud   rules   normalise + diff   with validation   normalise + diff, time a rule against 100 rules");
  for (const sampleOf of [gcoreSample, ionosSample]) {
    let perRuleAtFirst: number | undefined;
    for (const rules of [100, 1_000, 10_000]) {
      const { cloud, text, normalizeAndDiff, validateNormalizeAndDiff } = sampleOf(rules);
      const parsed: unknown = JSON.parse(text);
      const [parse = 0, diff = 0, all = 0] = measureTogether([
        () => JSON.parse(text) as unknown,
        normalizeAndDiff,
        () => validateNormalizeAndDiff(parsed),
      ]);
      perRuleAtFirst ??= diff / rules;
      const growth = diff / rules / perRuleAtFirst;
      console.log(
        `${cloud.padEnd(6)} ${String(rules).padStart(6)}   ${ratio(diff / parse).padStart(16)}   ${ratio(all / parse).padStart(15)}   ${ratio(growth)}`,
      );
    }
  }
}
