import type { components } from "@secgroup/api-types/ionos";
import { datacenterPath, hrefOf } from "./address.ts";
import { inOrder } from "./select-listed.ts";
import { writeMetadata } from "./metadata.ts";
import { writeListedGroup, type AnswerContext } from "./write-group.ts";

/** The datacenter of the view: its groups have no items below depth 2, and are told from there on like those of a list. */
export function writeDatacenter(depth: number, context: AnswerContext): components["schemas"]["Datacenter"] {
  const { view, origin, settings } = context;
  const { listOrder } = settings.quirks;
  const { id, stamp, name, description, version, ipv6CidrBlock, defaultSecurityGroupId, groups } = view.state;
  const path = datacenterPath(id);
  return {
    id,
    type: "datacenter",
    href: hrefOf(origin, path),
    metadata: writeMetadata(stamp, view, settings),
    properties: { name, description, location: "de/fra", version, ipv6CidrBlock, defaultSecurityGroupId },
    entities: {
      securitygroups: {
        id: `${id}/securitygroups`,
        type: "collection",
        href: hrefOf(origin, `${path}/securitygroups`),
        ...(depth < 2
          ? {}
          : {
              items: inOrder([...groups.values()], listOrder).map((group) =>
                writeListedGroup(group, depth - 2, context),
              ),
            }),
      },
    },
  };
}
