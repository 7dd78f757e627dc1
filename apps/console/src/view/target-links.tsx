import type { GroupPlan } from "@secgroup/core";
import type { ComponentChildren, JSX } from "preact";
import type { ReportTarget } from "../report.ts";
import { groupAddress, undeclaredAddress } from "./address.ts";
import { Mark } from "./mark.tsx";

interface TargetLinksProperties {
  readonly target: ReportTarget;
  /** Of what is shown beside the links. */
  readonly address: string;
}

/** The groups of one target, with marks for what is to become of them, then those that the document does not name. */
export function TargetLinks({ target, address }: TargetLinksProperties): JSX.Element {
  const { plan, place, undeclared } = target;
  return (
    <section>
      <h2>{plan.target}</h2>
      <p class="place">{place.join(", ")}</p>
      <ul>
        {plan.groups.map((group) => (
          <GroupLink key={group.key} name={group.key} own={groupAddress(plan.target, group.key)} address={address}>
            <Marks group={group} />
          </GroupLink>
        ))}
      </ul>
      {undeclared.length === 0 ? null : (
        <>
          <h3>Not in the document</h3>
          <ul>
            {undeclared.map(({ id, name }) => (
              <GroupLink key={id} name={name} own={undeclaredAddress(plan.target, id)} address={address} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface GroupLinkProperties {
  readonly name: string;
  readonly own: string;
  readonly address: string;
  readonly children?: ComponentChildren;
}

function GroupLink({ name, own, address, children }: GroupLinkProperties): JSX.Element {
  return (
    <li>
      <a href={`#${own}`} aria-current={own === address ? "page" : undefined}>
        <span class="name">{name}</span>
        <span class="marks">{children}</span>
      </a>
    </li>
  );
}

/** What a plan does with a group, at a glance. */
function Marks({ group: { action, traffic } }: { readonly group: GroupPlan }): JSX.Element {
  const [opens, closes] = [traffic?.opens.length ?? 0, traffic?.closes.length ?? 0];
  return (
    <>
      {opens > 0 ? <Mark kind="opens" sign={`+${opens}`} words="opens traffic" /> : null}
      {closes > 0 ? <Mark kind="closes" sign={`−${closes}`} words="closes traffic" /> : null}
      {action === "create" || action === "delete" ? <span class="mark">{action}</span> : null}
      {action === "update" && opens + closes === 0 ? <Mark sign="~" words="changes, but no traffic" /> : null}
      {action === "keep" || action === "stay-absent" ? <Mark sign="✓" words="as declared" /> : null}
    </>
  );
}
