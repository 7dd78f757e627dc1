import { expect } from "vitest";
import { portsOf, tcp, v1, v2 } from "../gcore-world.ts";
import { client, office } from "../web-group.ts";
import type { updateQuirks } from "../../../src/gcore/quirk/update-quirks.ts";
import type { Scenarios } from "./scenario.ts";

const full = Array.from({ length: 250 }, (_, index) => tcp(index + 1));

export const updateScenarios: Scenarios<keyof typeof updateQuirks> = {
  patchOrder: {
    options: { seed: 2 },
    see: async ({ world, id, finish }) => {
      await finish({ rules: [tcp(443), tcp(444)] });
      return portsOf(world.history(id)).slice(1, -1);
    },
    wanted: {
      "add-first": [
        [22, 80, 443],
        [22, 80, 443, 444],
        [80, 443, 444],
      ],
      "delete-first": [[80], [], [443]],
      shuffled: [[80], [80, 444], [444]],
      "at-once": [],
    },
  },
  limitInsideTask: {
    see: async ({ world, id, finish }) => {
      world.cloud.editRules(id, () => full);
      return (await finish({ rules: [...full.slice(1), tcp(1000)] }))[0].error;
    },
    wanted: { "final-set": null, "every-moment": expect.stringContaining("already has 250 rules") },
  },
  tasksPerPatch: {
    see: async ({ finish }) => (await finish({ name: "web-2", description: "", rules: [] })).length,
    wanted: { one: 1, "one-per-field": 3 },
  },
  ruleComparison: {
    // In turn: another description, another word for all addresses, a prefix without its length.
    see: async ({ patch }) => {
      const starts = async (...rules: unknown[]): Promise<number> => (await patch({ rules })).body.tasks.length;
      return [
        await starts({ ...office, description: "bastion" }, client),
        await starts({ ...office, remote_ip_prefix: "0.0.0.0/0" }, client),
        await starts(office, { ...client, remote_ip_prefix: "1.2.3.4" }),
      ];
    },
    wanted: {
      "normalized-with-description": [1, 0, 0],
      normalized: [0, 0, 0],
      "as-stored": [1, 1, 0],
      literal: [1, 1, 1],
    },
  },
  comparisonTime: {
    see: async ({ world, id, patch, rules }) => {
      await patch({ rules: [office, tcp(443)] });
      world.cloud.editRules(id, (present) => [...present, tcp(8080)]);
      world.wait(2000);
      return rules().map((rule) => rule.port_range_min);
    },
    wanted: { "in-task": [22, 443], "at-request": [22, 8080, 443] },
  },
  partialFailure: {
    given: { patchOrder: "delete-first" },
    see: async ({ world, patch }) => {
      const bastion = world.cloud.addGroup(1, 2, { name: "bastion", rules: [] });
      await patch({ name: "web-2", rules: [tcp(443), { ...tcp(444), remote_group_id: bastion }] });
      await world.send("DELETE", `${v1}/${bastion}`);
      world.wait(2000);
      const [group] = world.cloud.groups(1, 2);
      return [group?.name, ...(group?.rules.map((rule) => rule.port_range_min) ?? [])];
    },
    wanted: {
      "moves-kept": ["web-2", 443],
      undone: ["web", 22, 80],
      "additions-kept": ["web-2", 22, 80, 443],
      "removals-kept": ["web-2"],
    },
  },
  busyGroup: {
    see: async (web) => {
      await web.patch({ description: "" });
      const rule = web.rules()[0]?.id;
      const writes = [
        ["PATCH", `${v2}/${web.id}`, { tags: null }],
        ["POST", `${v2}/${web.id}/rules`, tcp(443)],
        ["DELETE", `${v2}/${web.id}/rules/${rule}`],
        ["DELETE", `${v1}/${web.id}`],
      ] as const;
      const statuses: number[] = [];
      for (const [method, path, body] of writes) statuses.push((await web.world.send(method, path, body)).status);
      const other = web.world.cloud.addGroup(1, 2, { name: "other", rules: [] });
      return [...statuses, (await web.world.send("PATCH", `${v2}/${other}`, { description: "idle" })).status];
    },
    wanted: { accepted: [200, 200, 200, 204, 200], "409": [409, 409, 409, 409, 200] },
  },
};
