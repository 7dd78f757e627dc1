import { ionos } from "@secgroup/adapter-ionos";
import type { PactDefinition } from "../exchange.ts";
import { refusals } from "./errors.ts";
import { followOperations } from "./follow-operations.ts";
import { followManyOperations } from "./follow-many-operations.ts";
import { listOperations } from "./list-operations.ts";
import { readGroups } from "./read-groups.ts";
import { readSurroundings } from "./read-surroundings.ts";
import { updateRules } from "./update-rules.ts";
import { values } from "./wire.ts";
import { writeGroups } from "./write-groups.ts";
import { writeRules } from "./write-rules.ts";

const token = "example-token";

export const ionosPact: PactDefinition = {
  consumer: "secgroup-adapter-ionos",
  provider: "ionos-cloudapi",
  authorization: `Bearer ${token}`,
  values,
  exchanges: [
    ...readGroups,
    ...writeGroups,
    ...writeRules,
    ...updateRules,
    ...followOperations,
    ...followManyOperations,
    ...listOperations,
    ...readSurroundings,
    ...refusals,
  ],
  connect: (fetch) => ionos({ token, datacenter: values.datacenterId, fetch }),
};
