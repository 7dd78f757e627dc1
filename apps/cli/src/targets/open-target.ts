import type { Target } from "@secgroup/config";
import { gcoreFromEnvironment } from "@secgroup/adapter-gcore";
import { ionosFromEnvironment } from "@secgroup/adapter-ionos";
import { SecurityGroupError, type Adapter } from "@secgroup/core";
import type { Context } from "../context.ts";
import { collectErrors } from "./collect-errors.ts";
import { watchFetch } from "./watched-fetch.ts";

/** A target that can be talked to. */
export interface OpenTarget {
  readonly target: Target;
  readonly adapter: Adapter;
  /** The number of requests so far. */
  readonly calls: () => number;
}

/** The target's adapter, with credentials from the environment. Throws `missing-credentials`, with the target's name. */
export function openTarget(target: Target, { environment, fetch }: Pick<Context, "environment" | "fetch">): OpenTarget {
  const watched = watchFetch(fetch);
  try {
    const adapter =
      target.cloud === "ionos"
        ? ionosFromEnvironment(environment, { datacenter: target.datacenter, fetch: watched.fetch })
        : gcoreFromEnvironment(environment, { project: target.project, region: target.region, fetch: watched.fetch });
    return { target, adapter, calls: watched.calls };
  } catch (error) {
    throw SecurityGroupError.is(error) ? error.at({ target: target.name }) : error;
  }
}

/** All of them; what is wrong with several is thrown together. */
export function openTargets(
  targets: readonly Target[],
  context: Pick<Context, "environment" | "fetch">,
): readonly OpenTarget[] {
  return collectErrors(targets.map((target) => () => openTarget(target, context)));
}
