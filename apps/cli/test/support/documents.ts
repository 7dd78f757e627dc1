import { readFileSync } from "node:fs";
import { demoDocument } from "../../src/demo/demo-document.ts";

/** The document that the seeded clouds have drifted from. */
export const drifted: string = readFileSync(demoDocument, "utf8");

/** The head of a document with both simulated targets; the groups follow. */
export const targets: string = `targets:
  fra: { cloud: ionos, datacenter: "\${IONOS_DATACENTER_ID}" }
  lux: { cloud: gcore }
groups:
`;
