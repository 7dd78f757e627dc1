import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Attachment, ObservedGroup } from "../model/group.ts";
import { rulesAfter } from "./group-traffic.ts";
import { placed } from "./group-request.ts";
import type { Matches } from "./match-groups.ts";
import type { PlannedGroup } from "./plan-group.ts";
import type { ObservedTarget } from "./read-target.ts";

/** Refuses to delete a group that is the provider's, or that is attached to something, saying to what. */
export function refuseDeletion(group: ObservedGroup, attachments: readonly Attachment[]): void {
  if (group.rules.some((rule) => rule.providerOwned)) {
    throw new SecurityGroupError("provider-owned", "the group belongs to one of the provider's own services", {
      hint: "Delete the service instead.",
    });
  }
  if (attachments.length === 0) return;
  throw inUseError(
    attachments.map(({ kind, id, name }) => `${attachmentTitles[kind]} ${name ? `${name} (${id})` : id}`),
  );
}

const attachmentTitles: Readonly<Record<Attachment["kind"], string>> = {
  server: "server",
  nic: "network interface",
  instance: "instance",
  "datacenter-default": "datacenter, as its default group,",
};

/** A group that stays, or that comes, must not have rules that refer to one that goes. */
export function refuseReferred(
  planned: readonly PlannedGroup[],
  matched: Matches,
  observed: ObservedTarget,
  errors: SecurityGroupError[],
): void {
  const changes = planned.flatMap((group) => group.changes ?? []);
  const changesById = new Map(
    changes.flatMap((change) => (change.kind === "create" ? [] : [[change.observed.id, change] as const])),
  );
  const standing = observed.flatMap((entry) => {
    if (entry.rules === "not-listed") return [];
    const { id, name, rules } = entry.group;
    const change = changesById.get(id);
    return [{ title: `${name} (${id})`, rules: change ? rulesAfter(change) : rules.map(({ rule }) => rule) }];
  });
  const coming = changes.flatMap((change) =>
    change.kind === "create" ? [{ title: change.desired.name, rules: rulesAfter(change) }] : [],
  );
  for (const [request, entry] of matched) {
    if (entry === undefined || changesById.get(entry.group.id)?.kind !== "delete") continue;
    const referring = [...standing, ...coming].filter(({ rules }) =>
      rules.some(({ remote }) => remote.kind === "group" && remote.id === entry.group.id),
    );
    const users = referring.map(({ title }) => `rules of the group ${title}`);
    if (users.length > 0) errors.push(placed(inUseError(users), request));
  }
}

function inUseError(users: readonly string[]): SecurityGroupError {
  return new SecurityGroupError("group-in-use", `the group is in use by ${users.join(", ")}`, {
    hint: "Detach it there, or remove the rules that refer to it, then apply again.",
    place: { field: "ensure" },
  });
}
