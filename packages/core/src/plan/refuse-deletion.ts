import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Attachment, ObservedGroup } from "../model/group.ts";
import { placed } from "./group-request.ts";
import type { Matches } from "./match-groups.ts";
import { refersTo } from "./order/stage-deletions.ts";
import type { PlannedGroup } from "./plan-group.ts";
import type { ObservedTarget } from "./read-target.ts";

/** Refuses to delete a group that something uses, saying what. */
export function refuseDeletion(
  group: ObservedGroup,
  attachments: readonly Attachment[],
  referredToBy: readonly ObservedGroup[],
): void {
  if (group.rules.some((rule) => rule.providerOwned)) {
    throw new SecurityGroupError("provider-owned", "the group belongs to one of the provider's own services", {
      hint: "Delete the service instead.",
    });
  }
  const users = [
    ...attachments.map(({ kind, id, name }) => `${attachmentTitles[kind]} ${name ? `${name} (${id})` : id}`),
    ...referredToBy.map(({ id, name }) => `rules of the group ${name} (${id})`),
  ];
  if (users.length === 0) return;
  throw new SecurityGroupError("group-in-use", `the group is in use by ${users.join(", ")}`, {
    hint: "Detach it there, or remove the rules that refer to it, then apply again.",
    place: { field: "ensure" },
  });
}

const attachmentTitles: Readonly<Record<Attachment["kind"], string>> = {
  server: "server",
  nic: "network interface",
  instance: "instance",
  "datacenter-default": "datacenter, as its default group,",
};

/** A group that stays must not be left with rules that refer to one that goes. */
export function refuseReferred(
  planned: readonly PlannedGroup[],
  matched: Matches,
  observed: ObservedTarget,
  errors: SecurityGroupError[],
): void {
  const changesById = new Map(
    planned.flatMap(({ changes }) =>
      changes && changes.kind !== "create" ? [[changes.observed.id, changes] as const] : [],
    ),
  );
  const stillRefers = (other: ObservedGroup, gone: ObservedGroup): boolean => {
    const changes = changesById.get(other.id);
    if (changes?.kind === "delete") return false;
    const removed = changes ? new Set(changes.diff.remove) : undefined;
    return refersTo(
      { ...other, rules: removed ? other.rules.filter((rule) => !removed.has(rule)) : other.rules },
      gone,
    );
  };
  for (const [request, entry] of matched) {
    const gone =
      entry?.rules === "listed" && changesById.get(entry.group.id)?.kind === "delete" ? entry.group : undefined;
    if (gone === undefined) continue;
    const referring = observed.flatMap((other) =>
      other.rules === "listed" && other.group.id !== gone.id && stillRefers(other.group, gone) ? [other.group] : [],
    );
    try {
      refuseDeletion(gone, [], referring);
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      errors.push(placed(error, request));
    }
  }
}
