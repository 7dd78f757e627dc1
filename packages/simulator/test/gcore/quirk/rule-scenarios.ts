import { tcp, v2 } from "../gcore-world.ts";
import { office, type Web } from "../web-group.ts";
import type { ruleQuirks } from "../../../src/gcore/quirk/rule-quirks.ts";
import type { RuleContent, RuleRequest } from "../../../src/gcore/rule-content.ts";
import { outcome, type Scenarios } from "./scenario.ts";

const missing = "00000000-0000-4000-8000-000000000000";

/** What becomes of these rules, of which only the named field is of interest. */
const stored = (web: Web, field: keyof RuleContent, ...rules: readonly RuleRequest[]): Promise<unknown> =>
  outcome(web, ["PATCH", `${v2}/${web.id}`, { rules }], () => web.rules().map((rule) => rule[field]));

export const ruleScenarios: Scenarios<keyof typeof ruleQuirks> = {
  hostBits: {
    see: (web) => stored(web, "remote_ip_prefix", { ...tcp(22), remote_ip_prefix: "10.0.0.1/8" }),
    wanted: { rejected: "400 ValidationError", masked: ["10.0.0.0/8"], kept: ["10.0.0.1/8"] },
  },
  fullPortRange: {
    see: (web) => stored(web, "port_range_max", { ...tcp(1), port_range_max: 65_535 }),
    wanted: { null: [null], kept: [65_535] },
  },
  anyPrefix: {
    given: { patchOrder: "delete-first" },
    see: (web) =>
      stored(
        web,
        "remote_ip_prefix",
        { ...tcp(1) },
        { ...tcp(2), remote_ip_prefix: "0.0.0.0/0" },
        { direction: "egress", ethertype: "IPv6" },
        { direction: "ingress", ethertype: "IPv6", remote_ip_prefix: "::/0" },
        { ...tcp(3), remote_group_id: web.id },
      ),
    wanted: {
      kept: [null, "0.0.0.0/0", null, "::/0", null],
      null: [null, null, null, null, null],
      prefix: ["0.0.0.0/0", "0.0.0.0/0", "::/0", "::/0", null],
    },
  },
  ipencapAndIpip: {
    given: { patchOrder: "delete-first" },
    see: async (web) => [
      await stored(web, "protocol", { direction: "egress", protocol: "ipencap" }),
      await stored(web, "protocol"),
      await stored(web, "protocol", { direction: "egress", protocol: "ipip" }),
      await stored(
        web,
        "protocol",
        { direction: "egress", protocol: "ipip" },
        { direction: "egress", protocol: "ipencap" },
      ),
    ],
    wanted: {
      distinct: [["ipencap"], [], ["ipip"], ["ipip", "ipencap"]],
      colliding: [["ipencap"], [], ["ipip"], "409 ConflictError"],
      ipencap: [["ipencap"], [], ["ipencap"], "409 ConflictError"],
      ipip: [["ipip"], [], ["ipip"], "409 ConflictError"],
    },
  },
  nullRemoteGroup: {
    see: (web) => stored(web, "remote_group_id", { ...tcp(443), remote_group_id: null }),
    wanted: { accepted: [null], rejected: "400 ValidationError" },
  },
  bothRemotes: {
    see: (web) =>
      stored(web, "remote_ip_prefix", { ...tcp(1), remote_ip_prefix: "10.0.0.0/8", remote_group_id: web.id }),
    wanted: { "400": "400 ValidationError", "409": "409 ConflictError", accepted: ["10.0.0.0/8"] },
  },
  missingRemoteGroup: {
    see: (web) => stored(web, "remote_group_id", { ...tcp(443), remote_group_id: missing }),
    wanted: { "404": "404 NotFoundError", "400": "400 ValidationError", "task-error": "ERROR" },
  },
  duplicateRules: {
    see: (web) =>
      stored(web, "description", office, { ...tcp(443), description: "a" }, { ...tcp(443), description: "b" }),
    wanted: {
      "409": "409 ConflictError",
      "400": "400 ValidationError",
      "task-error": "ERROR",
      merged: ["office", "a"],
    },
  },
  ruleValidation: {
    see: async (web) => [
      await stored(web, "protocol", { ...tcp(443), port_range_max: null }),
      await stored(web, "protocol", { ...tcp(443), remote_ip_prefix: "10.0.0.0/8", remote_group_id: web.id }),
      await outcome(web, ["POST", `${v2}/${web.id}/rules`, tcp(22)], () => "FINISHED"),
      // What the schema stands for is refused at once.
      await stored(web, "protocol", { ...tcp(443), remote_ip_prefix: "10.0.0.1/8" }),
    ],
    wanted: {
      "at-once": ["400 ValidationError", "400 ValidationError", "409 ConflictError", "400 ValidationError"],
      "in-task": ["ERROR", "ERROR", "ERROR", "400 ValidationError"],
    },
  },
};
