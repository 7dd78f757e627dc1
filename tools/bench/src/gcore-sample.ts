import { diffRules, ruleKey, type Rule } from "@secgroup/core";
import { groupAnswer } from "../../../packages/adapter-gcore/dist/gcore-answer.js";
import { readListedGroup } from "../../../packages/adapter-gcore/dist/read-group.js";
import { sampleNetwork, samplePort, sampleUuid } from "./sample-values.ts";
import type { Sample } from "./sample.ts";

/** One Gcore group as `SecurityGroupInstanceViewSet.get` answers it. */
export function gcoreSample(rules: number): Sample {
  const text = JSON.stringify({
    id: sampleUuid(0),
    name: "web",
    description: "",
    created_at: "2026-05-23T05:07:31+0000",
    updated_at: "2026-05-23T05:07:31+0000",
    revision_number: 7,
    project_id: 1234,
    region_id: 76,
    region: "Luxembourg",
    tags_v2: [],
    security_group_rules: Array.from({ length: rules }, (_, index) => ({
      id: sampleUuid(index + 1),
      security_group_id: sampleUuid(0),
      direction: index % 4 === 3 ? "egress" : "ingress",
      ethertype: index % 5 === 4 ? "IPv6" : "IPv4",
      protocol: index % 3 === 0 ? "udp" : "tcp",
      port_range_min: samplePort(index),
      port_range_max: samplePort(index),
      remote_group_id: null,
      remote_ip_prefix: sampleNetwork(index, index % 5 === 4),
      description: "",
      created_at: "2026-05-23T05:07:31+0000",
      updated_at: "2026-05-23T05:07:31+0000",
      revision_number: 0,
    })),
  });
  const read = (answer: ReturnType<typeof groupAnswer.parse>): readonly Rule[] => {
    const listed = readListedGroup(answer);
    if (listed.rules !== "listed") throw new Error("the sample has no rules");
    const { create, remove } = diffRules(listed.group.rules, desired);
    if (create.length !== 1 || remove.length !== 1) throw new Error("the sample differs in one rule");
    return create;
  };
  const whole = groupAnswer.parse(JSON.parse(text));
  const listed = readListedGroup(whole);
  const desired = listed.rules === "listed" ? oneRuleChanged(listed.group.rules.map(({ rule }) => rule)) : [];
  return {
    cloud: "Gcore",
    rules,
    text,
    normalizeAndDiff: () => read(whole),
    validateNormalizeAndDiff: (answer) => read(groupAnswer.parse(answer)),
  };
}

/** The same rules with another first one. */
export function oneRuleChanged([first, ...rest]: readonly Rule[]): readonly Rule[] {
  if (first === undefined) return [];
  const changed: Rule = { ...first, direction: first.direction === "ingress" ? "egress" : "ingress" };
  if (rest.some((rule) => ruleKey(rule) === ruleKey(changed))) throw new Error("the sample holds its own change");
  return [...rest, changed];
}
