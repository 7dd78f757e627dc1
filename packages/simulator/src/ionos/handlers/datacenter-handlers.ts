import { datacenterPath, hrefOf } from "../answer/address.ts";
import { writeDatacenter } from "../answer/write-datacenter.ts";
import { createDefaultGroup } from "../default-group.ts";
import type { Call, Handlers } from "../handler.ts";
import type { IonosBackend } from "../ionos-backend.ts";
import { missingReference } from "../ionos-refusal.ts";
import { refuseOneMoreGroup } from "./refuse-group.ts";
import type { Change } from "../change.ts";

type DatacenterChange = Extract<Change, { readonly kind: "update-datacenter" }>;

export function createDatacenterHandlers(
  backend: IonosBackend,
): Pick<Handlers, "datacentersFindById" | "datacentersPatch" | "contractsGet"> {
  const { settings } = backend;
  return {
    datacentersFindById({ path, query, url }) {
      const context = { view: backend.read(path.datacenterId, "object"), origin: url.origin, settings };
      return { status: 200, body: writeDatacenter(query.depth ?? 0, context) };
    },

    datacentersPatch(call) {
      const { datacenterId } = call.path;
      const change = readChange(backend, datacenterId, call.body);
      const target = { id: datacenterId, type: "datacenter", path: datacenterPath(datacenterId) };
      const { headers } = backend.accept({ datacenterId, change, target }, call);
      const context = { view: backend.view(datacenterId), origin: call.url.origin, settings };
      return { status: 202, body: writeDatacenter(call.query.depth ?? 0, context), headers };
    },

    contractsGet: ({ url }) => ({
      status: 200,
      body: {
        id: "contracts",
        type: "collection",
        href: hrefOf(url.origin, "/contracts"),
        items: [{ type: "contract", properties: { contractNumber: 31_000_000, resourceLimits: settings.limits } }],
      },
    }),
  };
}

function readChange(
  backend: IonosBackend,
  datacenterId: string,
  body: Call<"datacentersPatch">["body"],
): Omit<DatacenterChange, "etag" | "at"> {
  const { createDefaultSecurityGroup, defaultSecurityGroupId, ...texts } = body;
  const view = backend.view(datacenterId);
  const isNew = createDefaultSecurityGroup === true && view.state.defaultSecurityGroupId === null;
  if (isNew) refuseOneMoreGroup(view.state, backend);
  if (defaultSecurityGroupId && !view.state.groups.has(defaultSecurityGroupId)) {
    throw missingReference("(root).properties.defaultSecurityGroupId", defaultSecurityGroupId);
  }
  return {
    kind: "update-datacenter",
    // The empty id stands for no default group.
    properties: {
      ...texts,
      ...(defaultSecurityGroupId === undefined ? {} : { defaultSecurityGroupId: defaultSecurityGroupId || null }),
    },
    movesMembers: backend.settings.quirks.oldDefaultMembers === "move",
    ...(isNew
      ? {
          defaultGroup: createDefaultGroup(view.state, backend.settings.quirks.defaultGroupRules, backend),
        }
      : {}),
  };
}
