import type { JSX } from "preact";
import { countedRules, namesOn } from "../named.ts";
import { picturedRules } from "../picture/pictured-rules.ts";
import type { ReportTarget } from "../report.ts";
import { groupAddress, undeclaredAddress } from "./address.ts";
import { GroupNotes } from "./group-notes.tsx";
import { TrafficLines } from "./traffic-lines.tsx";
import { Waves } from "./waves.tsx";

/** One target: what its groups open and close and in which steps, those that are as declared, and those that no document names. */
export function TargetOverview({ target }: { readonly target: ReportTarget }): JSX.Element {
  const { plan, place, notes, undeclared } = target;
  const names = namesOn(target);
  const changed = plan.groups.filter(({ traffic }) => traffic !== undefined);
  const declared = plan.groups.filter(({ traffic }) => traffic === undefined);
  return (
    <section class="target">
      <h2>
        {plan.target} <span class="place">{place.join(", ")}</span>
      </h2>
      {plan.groups.length === 0 ? <p>The document has no group here.</p> : null}
      {plan.groups.length > 0 && changed.length === 0 ? <p>Nothing changes.</p> : null}
      {changed.map((group) => (
        <section class="group" key={group.key}>
          <h3>
            <a href={`#${groupAddress(plan.target, group.key)}`}>{group.key}</a>
          </h3>
          <GroupNotes notes={notes[plan.groups.indexOf(group)] ?? []} />
          <TrafficLines kind="opens" lines={group.traffic?.opens ?? []} names={names} />
          <TrafficLines kind="closes" lines={group.traffic?.closes ?? []} names={names} />
          {group.traffic?.opens.length === 0 && group.traffic.closes.length === 0 ? (
            <p class="quiet">No packet is treated otherwise than before.</p>
          ) : null}
        </section>
      ))}
      <Waves target={target} />
      <GroupList
        title="As declared"
        groups={declared.map((group) => ({
          name: group.key,
          address: groupAddress(plan.target, group.key),
          words: group.action === "stay-absent" ? "absent" : countedRules(picturedRules(group).length),
        }))}
      />
      <GroupList
        title="Not in the document"
        groups={undeclared.map(({ id, name, rules, unreadable }) => ({
          name,
          address: undeclaredAddress(plan.target, id),
          words: countedRules(rules.length + unreadable.length),
        }))}
      />
    </section>
  );
}

interface GroupListProperties {
  readonly title: string;
  readonly groups: readonly { readonly name: string; readonly address: string; readonly words: string }[];
}

/** Groups of which there is no more to say here. */
function GroupList({ title, groups }: GroupListProperties): JSX.Element | null {
  if (groups.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="groups">
        {groups.map(({ name, address, words }) => (
          <li key={address}>
            <a href={`#${address}`}>{name}</a> <span class="quiet">{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
