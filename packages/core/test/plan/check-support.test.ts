import { expect, it } from "vitest";
import {
  checkSupport,
  no,
  type Capabilities,
  type ErrorPlace,
  type PresentRequest,
  type RuleKey,
} from "../../src/index.ts";
import { memoryCapabilities } from "../../src/memory/index.ts";
import { ruleKey } from "../../src/normalize/rule-key.ts";
import { ruleOf } from "../support/arbitrary-rule.ts";
import { tcp } from "../support/describe-waves.ts";
import { present } from "../support/memory-target.ts";

const capabilities: Capabilities = {
  ...memoryCapabilities,
  localAddress: no("it does not know the server"),
  groupDescription: { minLength: 0, maxLength: 2 },
};
const local = (port: number) =>
  ruleOf({
    direction: "ingress",
    protocol: "tcp",
    ports: { from: port, to: port },
    remote: "10.0.0.0/8",
    local: "10.0.0.0/8",
  });
const place: ErrorPlace = { file: "secgroup.yaml", line: 3 };
const rulePlace: ErrorPlace = { file: "secgroup.yaml", line: 7, path: "groups.web.ingress[0]" };

it("what cannot be expressed is told with where it stands: the rule, else the group", () => {
  const request: PresentRequest = {
    key: "web",
    desired: present("web", { description: "long", rules: [local(1), tcp(2), local(3)] }),
    place,
    rulePlaces: new Map<RuleKey, ErrorPlace>([[ruleKey(local(1)), rulePlace]]),
  };
  expect(checkSupport(request, capabilities).map(({ code, place: where }) => [code, where])).toEqual([
    ["unsupported", { ...place, field: "description" }],
    ["unsupported", { ...rulePlace, rule: "ingress tcp/1 from 10.0.0.0/8 at 10.0.0.0/8 (IPv4)", field: "local" }],
    ["unsupported", { ...place, rule: "ingress tcp/3 from 10.0.0.0/8 at 10.0.0.0/8 (IPv4)", field: "local" }],
  ]);
});

it("a rule that cannot be expressed comes with what to do", () => {
  const [error] = checkSupport({ key: "web", desired: present("web", { rules: [local(1)] }) }, capabilities);
  expect(error?.hint).toContain("Change the rule");
});

it.each(["tcp", "icmp"])("all of %s is no port and no type that would be out of bounds", (protocol) => {
  const rules = [ruleOf({ direction: "ingress", ipVersion: "IPv4", protocol })];
  const bounds: Capabilities = { ...memoryCapabilities, portMinimum: 1, icmpMaximum: 1 };
  expect(checkSupport({ key: "web", desired: present("web", { rules }) }, bounds)).toEqual([]);
});
