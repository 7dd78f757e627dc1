import type { Law } from "./law.ts";
import { statesOf } from "./group-states.ts";

/** What the page "Update security group" of Gcore allows. */
const gcoreLimit = 250;
/** What the page "Network Security Groups FAQ" of IONOS names. */
const ionosLimit = 100;

/** No group ever holds more rules than its cloud allows, unless somebody else put them there. */
export const withinLimits: Law = {
  name: "never over a limit",
  judge: ({ world }) =>
    [...world.groups.values()].flatMap(({ id, name, target }) => {
      const place = world.scenario.targets.find((one) => one.name === target);
      if (place === undefined || world.meddlings.some(({ groupId }) => groupId === id)) return [];
      const limit =
        place.place.cloud === "gcore" ? gcoreLimit : (world.scenario.ionos.limits?.rulesPerSecurityGroup ?? ionosLimit);
      const most = Math.max(0, ...statesOf(id, place, world).map(({ rules }) => rules.length));
      return most > limit ? [`${target} ${name} held ${most} rules, the most is ${limit}`] : [];
    }),
};
