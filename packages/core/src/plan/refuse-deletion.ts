import { SecurityGroupError } from "../error/security-group-error.ts";
import type { Attachment, ObservedGroup } from "../model/group.ts";

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
