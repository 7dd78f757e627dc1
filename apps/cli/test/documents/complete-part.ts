import { parse, stringify } from "yaml";

const targets = {
  fra: { cloud: "ionos", datacenter: "${IONOS_DATACENTER_ID}" },
  lux: { cloud: "gcore", project: 1, region: 1 },
};

/**
 * A part of a document made whole: what is there of `document` (the story's own, if it has one) with the part's fields in their place, and
 * what a document cannot be without.
 */
export function completePart(part: string, document = "{}"): string {
  return stringify({ targets, groups: {}, ...(parse(document) as object), ...(parse(part) as object) });
}
