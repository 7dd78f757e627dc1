import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import type { Capabilities } from "@secgroup/core";
import { gcoreQuirks, ionosQuirks, type QuirkTable } from "@secgroup/simulator";
import { writeRights } from "../../../../apps/cli/src/doctor/describe-credentials.ts";
import type { Page } from "../page.ts";
import { describeExpressible, describeLimits, describeWrites } from "./describe-capabilities.ts";
import { describeUnknown } from "./describe-unknown.ts";

/** A page for each cloud. */
export const cloudPages: readonly Page[] = [
  pageOf("docs/clouds/ionos.md", ionosCapabilities, writeRights.ionos, ionosQuirks, "IONOS Cloud"),
  pageOf("docs/clouds/gcore.md", gcoreCapabilities, writeRights.gcore, gcoreQuirks, "Gcore Cloud"),
];

function pageOf(path: string, capabilities: Capabilities, rights: string, quirks: QuirkTable, heading: string): Page {
  return {
    path,
    readSections: async () => ({
      expressible: describeExpressible(capabilities),
      limits: describeLimits(capabilities),
      writes: describeWrites(capabilities),
      rights,
      unknown: describeUnknown(quirks, heading),
    }),
  };
}
