import { gcore } from "@secgroup/adapter-gcore";
import type { PactDefinition } from "../exchange.ts";
import { refusals } from "./errors.ts";
import { followTasks } from "./follow-tasks.ts";
import { readGroups } from "./read-groups.ts";
import { values } from "./wire.ts";
import { writeGroups } from "./write-groups.ts";

const apiKey = "example-key";

export const gcorePact: PactDefinition = {
  consumer: "secgroup-adapter-gcore",
  provider: "gcore-cloud-api",
  authorization: `APIKey ${apiKey}`,
  values,
  exchanges: [...readGroups, ...writeGroups, ...followTasks, ...refusals],
  connect: (fetch) => gcore({ apiKey, project: Number(values.projectId), region: Number(values.regionId), fetch }),
};
