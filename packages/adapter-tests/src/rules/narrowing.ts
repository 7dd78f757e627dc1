import type { Rule } from "@secgroup/core";
import { tcp } from "./rule-of.ts";

/** Two states of a group between which the core needs two writes on any cloud, one after the other, because part of what the one rule allows must stay. */
export const narrowing: { readonly before: readonly Rule[]; readonly after: readonly Rule[] } = {
  before: [tcp(22)],
  after: [tcp(22, 22, { remote: "203.0.113.0/24" })],
};
