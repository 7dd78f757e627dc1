import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { namesOn } from "../named.ts";
import type { NotedRule } from "../picture/pictured-rules.ts";
import type { ReportTarget, UndeclaredGroup } from "../report.ts";
import { RulesView } from "./rules-view.tsx";

interface UndeclaredViewProperties {
  readonly target: ReportTarget;
  readonly group: UndeclaredGroup;
}

/** A group that stands on a target and that the document does not name: what it allows, and its rules. */
export function UndeclaredView({ target, group }: UndeclaredViewProperties): JSX.Element {
  const { id, name, description, tags, readOnlyTags, unreadable } = group;
  const fields = [
    ["id", id],
    ...(description === "" ? [] : [["description", description]]),
    ...Object.entries({ ...tags, ...readOnlyTags }).map(([key, value]) => [`tag ${key}`, value]),
  ];
  const rules = useMemo(() => group.rules.map(notedRule), [group]);
  const names = useMemo(() => namesOn(target), [target]);
  return (
    <>
      <h1>
        {name} <span class="place">on {target.plan.target}</span>
      </h1>
      <p>The document does not name this group; no plan touches it.</p>
      <dl class="fields">
        {fields.map(([field, value]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RulesView rules={rules} names={names} hasUnreadable={unreadable.length > 0}>
        {unreadable.length === 0 ? null : (
          <section class="failed" aria-label="Rules that cannot be understood">
            <ul>
              {unreadable.map((rule) => (
                <li key={rule.id}>
                  rule {rule.id} cannot be understood, and is not in the picture: {rule.reason}
                </li>
              ))}
            </ul>
          </section>
        )}
      </RulesView>
    </>
  );
}

function notedRule({ rule, providerOwned }: UndeclaredGroup["rules"][number]): NotedRule {
  const note = [rule.description, providerOwned ? "(the provider's own)" : ""].filter((part) => part !== "").join(" ");
  return { rule, stands: "always", note };
}
