import type { Target } from "@secgroup/config";
import { gcoreFromEnvironment } from "@secgroup/adapter-gcore";
import { ionosFromEnvironment } from "@secgroup/adapter-ionos";
import { SecurityGroupError, type Account, type Adapter } from "@secgroup/core";
import type { Context } from "../context.ts";
import { createAccounts } from "./accounts.ts";
import { collectErrors } from "./collect-errors.ts";
import { watchFetch } from "./watched-fetch.ts";

/** A target that can be talked to. */
export interface OpenTarget {
  readonly target: Target;
  readonly adapter: Adapter;
  /** The number of requests so far. */
  readonly calls: () => number;
}

type OpeningContext = Pick<Context, "environment" | "fetch" | "clock" | "random">;

/** The target's adapter, with credentials from the environment. Throws `missing-credentials`, with the target's name. */
export function openTarget(
  target: Target,
  context: OpeningContext,
  account: Account = createAccounts(context)(target.cloud),
): OpenTarget {
  const { environment, fetch } = context;
  const watched = watchFetch(fetch);
  try {
    const adapter =
      target.cloud === "ionos"
        ? ionosFromEnvironment(environment, { datacenter: target.datacenter, fetch: watched.fetch, account })
        : gcoreFromEnvironment(environment, {
            project: target.project,
            region: target.region,
            fetch: watched.fetch,
            account,
          });
    return { target, adapter, calls: watched.calls };
  } catch (error) {
    throw SecurityGroupError.is(error) ? error.at({ target: target.name }) : error;
  }
}

/** All of them, those on one cloud with one account; what is wrong with several is thrown together. */
export function openTargets(targets: readonly Target[], context: OpeningContext): readonly OpenTarget[] {
  const accountOf = createAccounts(context);
  return collectErrors(targets.map((target) => () => openTarget(target, context, accountOf(target.cloud))));
}
