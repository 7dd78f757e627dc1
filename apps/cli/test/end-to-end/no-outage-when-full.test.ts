import { describe, expect, it } from "vitest";
import { countWrites } from "@secgroup/core";
import type { CloudName } from "./two-clouds.ts";
import { travel } from "./support/group-world.ts";
import { executions } from "./support/journeys.ts";
import { judgeStates } from "./support/judge-states.ts";
import type { PlainRule } from "./support/plain-rule.ts";

const tcp = (port: number, remote = "10.0.0.0/29"): PlainRule => ({
  direction: "ingress",
  ipVersion: "IPv4",
  protocol: "tcp",
  range: [port, port],
  remote,
  description: "",
});
/** One rule for each port. */
const rules = (count: number, first = 1, remote?: string): readonly PlainRule[] =>
  Array.from({ length: count }, (_, index) => tcp(first + index, remote));
/** The same, the first so many from half of the addresses. */
const narrowed = (count: number, of: number): readonly PlainRule[] => [
  ...rules(count, 1, "10.0.0.0/30"),
  ...rules(of - count, count + 1),
];

interface Change {
  readonly cloud: CloudName;
  readonly name: string;
  readonly old: readonly PlainRule[];
  readonly next: readonly PlainRule[];
  /** Undefined when it takes an interruption. */
  readonly writes: number | undefined;
}

// The limits are the documented ones: 100 rules on IONOS, 250 on Gcore.
const changes: readonly Change[] = [
  { cloud: "ionos", name: "others in place of 5 of 100", old: rules(100), next: rules(100, 6), writes: 5 },
  { cloud: "ionos", name: "4 of 99 narrowed", old: rules(99), next: narrowed(4, 99), writes: 5 },
  { cloud: "ionos", name: "1 of 100 narrowed", old: rules(100), next: narrowed(1, 100), writes: undefined },
  {
    cloud: "ionos",
    name: "1 of 100 narrowed and another gone",
    old: rules(100),
    next: narrowed(1, 100).slice(0, -1),
    writes: 2,
  },
  { cloud: "gcore", name: "others in place of 30 of 250", old: rules(250), next: rules(250, 31), writes: 2 },
  { cloud: "gcore", name: "5 of 245 narrowed", old: rules(245), next: narrowed(5, 245), writes: 2 },
  { cloud: "gcore", name: "5 of 248 narrowed", old: rules(248), next: narrowed(5, 248), writes: 6 },
  { cloud: "gcore", name: "1 of 250 narrowed", old: rules(250), next: narrowed(1, 250), writes: undefined },
];

describe.each(changes)("on $cloud, $name", ({ cloud, old, next, writes }) => {
  it.each(executions[cloud].map((quirks) => ({ name: Object.values(quirks).join(", "), quirks })))(
    "interrupts nothing unless it says so: $name",
    async ({ quirks }) => {
      const journey = { cloud, pairs: [{ old, next }], simulator: { [cloud]: { quirks } } };
      const { plan, refusal, error, isQuiet, passages } = await travel(journey);
      const breaches = passages.flatMap((passage) => judgeStates(passage, 1));
      if (writes === undefined) {
        expect(refusal).toContain("may interrupt tcp/1 from 10.0.0.0");
        expect(breaches.filter(({ kind }) => kind === "opened")).toEqual([]);
      } else {
        expect({ refusal, writes: countWrites(plan), breaches }).toEqual({ refusal: undefined, writes, breaches: [] });
      }
      expect({ error, isQuiet }).toEqual({ error: undefined, isQuiet: true });
    },
  );
});
