import { gcore } from "@secgroup/adapter-gcore";
import { ionos } from "@secgroup/adapter-ionos";
import { applyPlan, createAccount, createPlan, isEmptyPlan, type PresentGroup } from "@secgroup/core";
import { canonicalRule } from "../canonical-rule.ts";
import type { Way } from "../way.ts";
import { apiKey, datacenter, groupDescription, groupName, project, region, token, type CloudName } from "../world.ts";

/** What this repository does, by the calls with which `secgroup apply --yes --force` does it. */
export const secgroup = (cloud: CloudName): Way => ({
  cloud,
  title: "`secgroup apply`",
  kind: "run",
  async lead({ time, fetch }, next) {
    const account = createAccount({ clock: time });
    const adapter =
      cloud === "ionos"
        ? ionos({ token, datacenter, fetch, account })
        : gcore({ apiKey, project, region, fetch, account });
    const desired: PresentGroup = {
      ensure: "present",
      name: groupName,
      description: groupDescription,
      rules: next.map(canonicalRule),
      unlistedRules: "remove",
    };
    const common = { clock: time, signal: new AbortController().signal };
    const target = { name: cloud, location: {}, adapter, groups: [{ key: groupName, desired }] };
    const { plan, observed } = await createPlan([target], { ...common, awaitQuiet: true });
    if (isEmptyPlan(plan)) return;
    const adapters = new Map([[cloud, adapter]]);
    const report = await applyPlan(plan, { ...common, adapters, observed, force: true });
    const error = report.targets[0]?.error;
    if (error) throw error;
  },
});
