import { createVirtualClock, createWire, type Backend, type Wire } from "../../src/index.ts";
import { palisadeCapabilities } from "./palisade-capabilities.ts";
import { createPalisadeCloud, lineOfRule, pageSize, ruleOfLine, type PalisadeCloud } from "./palisade-cloud.ts";

/** Palisade from behind, and the way for the adapter to reach it from the front. */
export interface PalisadeBackend extends Backend, Pick<Wire, "fetch"> {
  readonly cloud: PalisadeCloud;
}

export function palisadeBackend(): PalisadeBackend {
  const cloud = createPalisadeCloud();
  return {
    ...createWire({ fetch: cloud.fetch, refusal: (_, message) => message }),
    cloud,
    clock: createVirtualClock(),
    limits: palisadeCapabilities.limits,
    pageSize,
    isSynchronous: true,
    seedGroup: ({ name, rules = [] }) => cloud.add(name, rules.map(lineOfRule)),
    groups: () =>
      [...cloud.groups].map(([id, { name, lines }]) => ({
        id,
        name,
        description: "",
        tags: {},
        rules: lines.map(ruleOfLine).filter((rule) => rule !== undefined),
      })),
    attach(id) {
      cloud.users.set(id, [`server-of-${id}`]);
      return `server-of-${id}`;
    },
    failNextOperation: (message) => cloud.refuseNextWrite(message),
    holdOperations: () => {
      throw new Error("what Palisade has answered is done, it cannot be held");
    },
  };
}
