import { gcore } from "@secgroup/adapter-gcore";
import { ionos } from "@secgroup/adapter-ionos";
import { createAccount, type Adapter, type Clock, type PlanTarget } from "@secgroup/core";
import type { Fetch } from "@secgroup/simulator";
import type { World } from "../world/world.ts";
import type { Product } from "./product.ts";
import { requestsOf } from "./requests-of.ts";

/** The targets of a scenario as one process has them: real adapters, and one account for each cloud. */
export function openTargets(
  world: World,
  product: Product,
  fetch: Fetch,
  clock: Clock,
  random: () => number,
): readonly PlanTarget[] {
  const accounts = { ionos: createAccount({ clock, random }), gcore: createAccount({ clock, random }) };
  return world.scenario.targets.map((target) => {
    const { name, place } = target;
    const adapter: Adapter =
      place.cloud === "ionos"
        ? ionos({ token: "simulator-token", datacenter: place.datacenterId, fetch, account: accounts.ionos })
        : gcore({
            apiKey: "simulator-key",
            project: place.projectId,
            region: place.regionId,
            fetch,
            account: accounts.gcore,
          });
    return { name, location: {}, adapter: product.adapter(adapter), groups: requestsOf(target, world) };
  });
}
