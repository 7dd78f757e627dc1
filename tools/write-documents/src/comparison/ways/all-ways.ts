import type { Way } from "../way.ts";
import { ionosSdk } from "./ionos-sdk.ts";
import { secgroup } from "./secgroup.ts";
import { terraformGcore } from "./terraform-gcore.ts";
import { terraformIonos } from "./terraform-ionos.ts";
import { updateAndPoll } from "./update-and-poll.ts";

/** Everything that is compared, in the order of the tables. */
export const allWays: readonly Way[] = [
  secgroup("ionos"),
  terraformIonos,
  ionosSdk("creates first"),
  ionosSdk("deletes first"),
  secgroup("gcore"),
  terraformGcore("destroy first"),
  terraformGcore("create_before_destroy"),
  updateAndPoll,
];
