import { expect, it } from "vitest";
import type { ObservedGroup } from "../../../src/index.ts";
import { refersTo, stageDeletions } from "../../../src/plan/order/stage-deletions.ts";
import { ruleOf } from "../../support/arbitrary-rule.ts";
import { observedGroup } from "../../support/changes.ts";
import { tcp } from "../../support/describe-waves.ts";

/** A group whose rules are from networks, and from the named groups. */
const group = (name: string, ...remotes: string[]): ObservedGroup =>
  observedGroup(name, [
    tcp(1),
    ...remotes.map((remote) =>
      ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol: "tcp", remoteGroup: `id of ${remote}` }),
    ),
  ]);

it.each<readonly [string, readonly ObservedGroup[], readonly string[]]>([
  ["nothing", [], []],
  ["groups without references at once", [group("a"), group("b")], ["a b"]],
  ["each after those that refer to it", [group("a"), group("b", "a"), group("c", "b")], ["c", "b", "a"]],
  ["with those that refer to another one", [group("a"), group("b", "a"), group("c")], ["b c", "a"]],
  ["one that refers to itself waits for others only", [group("a", "a"), group("b", "c"), group("c")], ["a b", "c"]],
  ["a circle at once, after those that refer to it", [group("a", "b"), group("b", "a"), group("c", "a")], ["c", "a b"]],
  ["references to groups that stay do not count", [group("a", "other"), group("b", "other")], ["a b"]],
])("%s", (_, groups, waves) => {
  expect(stageDeletions(groups).map((wave) => wave.map(({ name }) => name).join(" "))).toEqual(waves);
});

it("a group refers to those that its rules name as the other end", () => {
  const web = group("web", "app", "database");
  const named = [group("app"), group("database"), group("other"), web].filter((other) => refersTo(web, other));
  expect(named.map(({ name }) => name)).toEqual(["app", "database"]);
});
