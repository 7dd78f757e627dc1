import { datacenterPath, hrefOf } from "../answer/address.ts";
import { writePage } from "../answer/page.ts";
import { selectListed } from "../answer/select-listed.ts";
import { answerContext, writeGroup, writeListedGroup } from "../answer/write-group.ts";
import { groupOfView } from "../datacenter-view.ts";
import type { Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";

export function createGroupReadHandlers(
  backend: IonosBackend,
): Pick<Handlers, "datacentersSecuritygroupsGet" | "datacentersSecuritygroupsFindById"> {
  const { settings } = backend;
  return {
    datacentersSecuritygroupsGet({ path, query, url }) {
      const answer = answerContext(backend.read(path.datacenterId, "list"), url, settings);
      const groups = selectListed([...answer.view.state.groups.values()], url, settings.quirks);
      return {
        status: 200,
        body: {
          id: `${path.datacenterId}/securitygroups`,
          type: "collection",
          href: hrefOf(url.origin, `${datacenterPath(path.datacenterId)}/securitygroups`),
          ...writePage(groups, query, url, (group) => writeListedGroup(group, query.depth ?? 0, answer)),
        },
      };
    },

    datacentersSecuritygroupsFindById({ path, query, url }) {
      const answer = answerContext(backend.read(path.datacenterId, "object"), url, settings);
      const group = groupOfView(answer.view, path.securityGroupId);
      return { status: 200, body: writeGroup(group, query.depth ?? 0, answer) };
    },
  };
}
