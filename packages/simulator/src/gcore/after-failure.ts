import type { GcoreQuirks } from "./gcore-quirks.ts";
import type { GroupRecord } from "./gcore-records.ts";
import { ruleKey } from "./rule-key.ts";

/** What a task can change of a group. */
export type GroupFields = Pick<GroupRecord, "name" | "description" | "rules">;

/** What is left of a group whose update failed on its way from `before` to somewhere after `present`. */
export function afterFailure(
  before: GroupFields,
  present: GroupFields,
  quirks: Pick<GcoreQuirks, "partialFailure" | "ipencapAndIpip">,
): GroupFields {
  const { name, description } = present;
  switch (quirks.partialFailure) {
    case "moves-kept":
      return { name, description, rules: present.rules };
    case "undone":
      return { name: before.name, description: before.description, rules: before.rules };
    case "additions-kept": {
      // What was removed comes back, unless what was added has taken its place.
      const keys = new Set(present.rules.map(({ content }) => ruleKey(content, quirks)));
      const back = before.rules.filter(({ content }) => !keys.has(ruleKey(content, quirks)));
      return { name, description, rules: [...back, ...present.rules] };
    }
    case "removals-kept":
      return { name, description, rules: present.rules.filter((rule) => before.rules.includes(rule)) };
  }
}
