import type { ErrorPlace, SecurityGroupError } from "../error/security-group-error.ts";
import type { DesiredGroup, PresentGroup } from "../model/group.ts";
import type { RuleKey } from "../normalize/rule-key.ts";

/** One group of a document on one target, with the places that errors are to name. */
export interface GroupRequest<Desired extends DesiredGroup = DesiredGroup> {
  /** The group's key in the document. */
  readonly key: string;
  readonly desired: Desired;
  readonly place?: ErrorPlace | undefined;
  /** Where each rule stands, by its identity as written. */
  readonly rulePlaces?: ReadonlyMap<RuleKey, ErrorPlace> | undefined;
}

/** A request for a group that is to exist. */
export type PresentRequest = GroupRequest<PresentGroup>;

/** Tells a request for a group that is to exist. */
export function isPresentRequest(request: GroupRequest): request is PresentRequest {
  return request.desired.ensure === "present";
}

/** The error with the place of the group that it is about. */
export function placed(error: SecurityGroupError, { key, place }: GroupRequest): SecurityGroupError {
  return error.at({ ...place, group: key });
}
