import { expect, it } from "vitest";
import type { Rule } from "../../../src/index.ts";
import { stageCreations } from "../../../src/plan/order/stage-creations.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { tcp } from "../../support/describe-waves.ts";
import { present } from "../../support/memory-target.ts";

/** A rule in a word: a port, or the name of a group. */
const readRule = (word: string): Rule =>
  /^\d+$/.test(word)
    ? tcp(Number(word))
    : ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroupName: word });

const wordOf = (rule: Rule): string =>
  rule.remote.kind === "named-group"
    ? rule.remote.name
    : "ports" in rule && rule.ports !== "all"
      ? `${rule.ports.from}`
      : rule.protocol;

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ["nothing", {}, []],
  ["groups without references at once", { a: "1", b: "" }, ["0: a with 1", "0: b with nothing"]],
  ["each after those that it refers to", { a: "b 1", b: "c", c: "2" }, ["0: c with 2", "1: b with c", "2: a with b 1"]],
  ["one that refers to itself begins without that rule", { a: "1 a 2" }, ["0: a with 1 2, later a"]],
  [
    "of a circle the one that can be created with most of its rules begins",
    { a: "b c", b: "1 2 3 a", c: "b" },
    ["0: b with 1 2 3, later a", "1: c with b", "2: a with b c"],
  ],
  [
    "whatever the number of its other rules",
    { a: "1 2 b c", b: "a", c: "b" },
    ["0: b with nothing, later a", "1: c with b", "2: a with 1 2 b c"],
  ],
  [
    "and the first of those that are alike",
    { a: "b", b: "a", c: "a" },
    ["0: a with nothing, later b", "1: b with a", "1: c with a"],
  ],
  [
    "what exists by then does not count",
    { a: "d b c", b: "d a c", c: "d b", d: "1" },
    ["0: d with 1", "1: c with d, later b", "2: a with d c, later b", "3: b with d a c"],
  ],
])("%s", (_, groups, stages) => {
  const desired = Object.entries(groups).map(([name, rules]) =>
    present(name, { rules: rules.split(" ").filter(Boolean).map(readRule) }),
  );
  const words = stageCreations(desired).map(({ group, stage, rules, deferred }) => {
    const later = deferred.length === 0 ? "" : `, later ${deferred.map(wordOf).join(" ")}`;
    return `${stage}: ${group.name} with ${rules.map(wordOf).join(" ") || "nothing"}${later}`;
  });
  expect(words).toEqual(stages);
});
