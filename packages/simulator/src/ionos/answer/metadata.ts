import type { components } from "@secgroup/api-types/ionos";
import type { Stamp } from "../datacenter-state.ts";
import type { IonosSettings } from "../ionos-options.ts";

type Metadata = components["schemas"]["DatacenterElementMetadata"];

/** The one user of the simulated contract. */
export const user: { readonly id: string } = { id: "a5af0375-1c1d-4387-9ef1-6ee95d30e54a" };

/** RFC 3339 to the second, as in the answer on the documented page "Update a Network Security Group". */
export const formatTime = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, "Z");

export function writeMetadata(
  { etag, createdAt, modifiedAt }: Stamp,
  { isBusy, isFailed = false }: { readonly isBusy: boolean; readonly isFailed?: boolean },
  { username, quirks }: IonosSettings,
): Metadata {
  const settled = isFailed ? "FAILED" : "AVAILABLE";
  return {
    etag,
    createdDate: formatTime(createdAt),
    createdBy: username,
    createdByUserId: user.id,
    lastModifiedDate: formatTime(modifiedAt),
    lastModifiedBy: username,
    lastModifiedByUserId: user.id,
    state: isBusy ? quirks.pendingState : settled,
  };
}
