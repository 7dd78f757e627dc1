import type { IpVersion, RuleDraft } from "@secgroup/core";
import type { DocumentPath } from "../source/document-path.ts";
import { addressSets } from "./address-sets.ts";
import { isGroupReference, readRemoteGroup } from "./read-remote-group.ts";
import type { RuleContext } from "./rule-context.ts";

/** One end of a rule: the part of the draft that it fills, and the IP version that it is of, if of one. */
export interface Part {
  readonly draft: Partial<RuleDraft>;
  readonly only: IpVersion | undefined;
}

/** What an item of `from` or `to` stands for; `undefined` when it is wrong, and reported. */
export function readPeer(
  text: string,
  path: DocumentPath,
  { addresses, groups, targets, problems }: RuleContext,
): readonly Part[] | undefined {
  if (text === "any") return [{ draft: {}, only: undefined }];
  if (isGroupReference(text)) {
    const draft = readRemoteGroup(text, targets, groups, path, problems);
    return draft && [{ draft, only: undefined }];
  }
  if (groups.has(text) && !addresses.has(text) && addressSets.readItem(text).kind === "name") {
    problems.add(path, `"${text}" is a group, not an address set; write group:${text}`);
    return undefined;
  }
  return addresses
    .resolve(text, path)
    ?.map(({ text: remote, ipVersion }): Part => ({ draft: { remote }, only: ipVersion }));
}
