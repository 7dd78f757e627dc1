import { groupPath, hrefOf } from "../answer/address.ts";
import { writePage } from "../answer/page.ts";
import { selectListed } from "../answer/select-listed.ts";
import { answerContext, referToRule, writeRule } from "../answer/write-group.ts";
import { groupOfView, ruleOfGroup } from "../datacenter-view.ts";
import type { Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";

export function createRuleReadHandlers(
  backend: IonosBackend,
): Pick<Handlers, "datacentersSecuritygroupsRulesGet" | "datacentersSecuritygroupsRulesFindById"> {
  const { settings } = backend;
  return {
    datacentersSecuritygroupsRulesGet({ path, query, url }) {
      const answer = answerContext(backend.read(path.datacenterId, "list"), url, settings);
      const group = groupOfView(answer.view, path.securityGroupId);
      const rules = selectListed([...group.rules.values()], url, settings.quirks);
      const write = (query.depth ?? 0) < settings.quirks.rulesListDepth ? referToRule : writeRule;
      return {
        status: 200,
        body: {
          id: `${group.id}/rules`,
          type: "collection",
          href: hrefOf(url.origin, `${groupPath(path.datacenterId, group.id)}/rules`),
          ...writePage(rules, query, url, (rule) => write(group.id, rule, answer)),
        },
      };
    },

    datacentersSecuritygroupsRulesFindById({ path, url }) {
      const answer = answerContext(backend.read(path.datacenterId, "object"), url, settings);
      const group = groupOfView(answer.view, path.securityGroupId);
      return { status: 200, body: writeRule(group.id, ruleOfGroup(group, path.ruleId), answer) };
    },
  };
}
