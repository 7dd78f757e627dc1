import { diffRules, type Rule } from "@secgroup/core";
import { groupAnswer } from "../../../packages/adapter-ionos/dist/ionos-answer.js";
import { listedRules, observeGroup } from "../../../packages/adapter-ionos/dist/read-group.js";
import { oneRuleChanged } from "./gcore-sample.ts";
import { sampleNetwork, samplePort, sampleUuid } from "./sample-values.ts";
import type { Sample } from "./sample.ts";

const href = `https://api.ionos.com/cloudapi/v6/datacenters/${sampleUuid(-1)}/securitygroups/${sampleUuid(0)}`;
const metadata = {
  etag: "e15475860e9c6e1136ba1b2153297f31",
  createdDate: "2024-05-17T15:11:11Z",
  createdBy: "test@example.com",
  createdByUserId: sampleUuid(-2),
  lastModifiedDate: "2024-05-21T18:02:41Z",
  lastModifiedBy: "test@example.com",
  lastModifiedByUserId: sampleUuid(-2),
  state: "AVAILABLE",
};

/** One rule as IONOS answers it, with everything that comes along. */
export function ionosRuleItem(index: number, properties: object): object {
  return {
    id: sampleUuid(index + 1),
    type: "firewall-rule",
    href: `${href}/rules/${sampleUuid(index + 1)}`,
    metadata,
    properties: { name: "", sourceMac: null, icmpCode: null, icmpType: null, ...properties },
  };
}

/** One IONOS group as `datacentersSecuritygroupsFindById` answers it at depth 3. */
export function ionosSample(rules: number): Sample {
  const items = Array.from({ length: rules }, (_, index) =>
    ionosRuleItem(index, {
      protocol: index % 3 === 0 ? "UDP" : "TCP",
      sourceIp: index % 4 === 3 ? null : sampleNetwork(index, index % 5 === 4),
      targetIp: index % 4 === 3 ? sampleNetwork(index, index % 5 === 4) : null,
      portRangeStart: samplePort(index),
      portRangeEnd: samplePort(index),
      ipVersion: index % 5 === 4 ? "IPv6" : "IPv4",
      type: index % 4 === 3 ? "EGRESS" : "INGRESS",
    }),
  );
  const text = JSON.stringify({
    id: sampleUuid(0),
    type: "security-group",
    href,
    metadata,
    properties: { name: "web", description: "" },
    entities: { rules: { id: `${sampleUuid(0)}/rules`, type: "collection", href: `${href}/rules`, items } },
  });
  const observe = (answer: ReturnType<typeof groupAnswer.parse>) =>
    observeGroup(answer, listedRules(answer) ?? [], "targetIp").rules;
  const read = (answer: ReturnType<typeof groupAnswer.parse>): readonly Rule[] => {
    const { create, remove } = diffRules(observe(answer), desired);
    if (create.length !== 1 || remove.length !== 1) throw new Error("the sample differs in one rule");
    return create;
  };
  const whole = groupAnswer.parse(JSON.parse(text));
  const desired = oneRuleChanged(observe(whole).map(({ rule }) => rule));
  return {
    cloud: "IONOS",
    rules,
    text,
    normalizeAndDiff: () => read(whole),
    validateNormalizeAndDiff: (answer) => read(groupAnswer.parse(answer)),
  };
}
