import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import type { Target } from "@secgroup/config";
import type { Capabilities } from "@secgroup/core";

/** What each cloud can express, known without talking to it. */
export const cloudCapabilities: Readonly<Record<Target["cloud"], Capabilities>> = {
  ionos: ionosCapabilities,
  gcore: gcoreCapabilities,
};
