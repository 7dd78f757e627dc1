import { tcp, v1, v2 } from "../gcore-world.ts";
import type { Web } from "../web-group.ts";
import type { groupQuirks } from "../../../src/gcore/quirk/group-quirks.ts";
import { outcome, type Scenarios } from "./scenario.ts";

/** What becomes of a request for a new group: the words of its rules, or how it is refused. */
const created = (web: Web, group: object): Promise<unknown> =>
  outcome(web, ["POST", v2, group], () =>
    web.world.cloud
      .groups(1, 2)
      .at(-1)
      ?.rules.map(({ direction, ethertype, description }) => `${direction} ${ethertype} ${description}`.trim()),
  );

export const groupScenarios: Scenarios<keyof typeof groupQuirks> = {
  nameUniqueness: {
    see: async (web) => {
      web.world.cloud.addGroup(1, 2, { name: "other", rules: [] });
      return [
        await created(web, { name: "web", rules: [] }),
        await outcome(web, ["PATCH", `${v2}/${web.id}`, { name: "other" }], () => "FINISHED"),
        // Without a task there is only the answer.
        (await web.world.send("POST", `${v1}/${web.id}/copy`, { name: "other" })).status,
      ];
    },
    wanted: {
      accepted: [[], "FINISHED", 200],
      "409": ["409 ConflictError", "409 ConflictError", 409],
      "400": ["400 ValidationError", "400 ValidationError", 400],
      "task-error": ["ERROR", "ERROR", 409],
    },
  },
  descriptionLimit: {
    see: async (web) => [
      await created(web, { name: "new", description: "x".repeat(256), rules: [] }),
      await created(web, { name: "new", description: "x".repeat(255), rules: [] }),
      (await web.patch({ description: "x".repeat(256) })).status,
    ],
    wanted: { none: [[], [], 200], "255": ["400 ValidationError", [], 400] },
  },
  quotaExceeded: {
    options: { groupLimit: 1 },
    see: async (web) => {
      web.world.cloud.editRules(web.id, () => Array.from({ length: 250 }, (_, index) => tcp(index + 1)));
      return [
        await created(web, { name: "new", rules: [] }),
        await outcome(web, ["POST", `${v2}/${web.id}/rules`, tcp(1000)], () => "FINISHED"),
      ];
    },
    wanted: {
      "400": ["400 QuotaLimitExceed", "400 QuotaLimitExceed"],
      "403": ["403 QuotaLimitExceed", "403 QuotaLimitExceed"],
      "task-error": ["ERROR", "ERROR"],
    },
  },
  defaultTemplate: {
    see: async (web) => {
      const reverted = await web.world.send("POST", `${v1}/${web.id}/revert`);
      return [await created(web, { name: "new" }), reverted.body.security_group_rules.length];
    },
    wanted: {
      "allow-all": [["ingress IPv4", "ingress IPv6", "egress IPv4", "egress IPv6"], 4],
      "allow-all-ipv4": [["ingress IPv4", "egress IPv4"], 2],
      "allow-all-described": [
        [
          "ingress IPv4 Default ingress rule",
          "ingress IPv6 Default ingress rule",
          "egress IPv4 Default egress rule",
          "egress IPv6 Default egress rule",
        ],
        4,
      ],
      "egress-only": [["egress IPv4", "egress IPv6"], 2],
    },
  },
  ingressOnlyCreate: {
    see: async (web) => [
      await created(web, { name: "new", rules: [tcp(22)] }),
      await created(web, { name: "new", rules: [] }),
      await created(web, { name: "new", rules: [{ direction: "egress" }] }),
    ],
    wanted: {
      "as-sent": [["ingress IPv4"], [], ["egress IPv4"]],
      "egress-added": [["ingress IPv4", "egress IPv4", "egress IPv6"], [], ["egress IPv4"]],
    },
  },
  referredDelete: {
    see: async (web) => {
      const { cloud } = web.world;
      const rules = [tcp(443), { ...tcp(22), remote_group_id: web.id }];
      cloud.addGroup(1, 2, { name: "referring", rules });
      const { status } = await web.world.send("DELETE", `${v1}/${web.id}`);
      return [status, ...cloud.groups(1, 2).map((group) => group.rules.length)];
    },
    wanted: { cascade: [204, 1], refused: [409, 2, 2] },
  },
  inUseDelete: {
    see: (web) => {
      web.world.cloud.addInstance(1, 2, { name: "server", groups: [web.id] });
      return outcome(web, ["DELETE", `${v1}/${web.id}`], () => "deleted");
    },
    wanted: { "409": "409 ConflictError", "400": "400 ValidationError" },
  },
};
