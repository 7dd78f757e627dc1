import type { GcoreGroupView } from "../../src/gcore/gcore-handle.ts";
import type { GcoreOptions } from "../../src/gcore/gcore-options.ts";
import type { RuleRequest } from "../../src/gcore/rule-content.ts";
import { createWorld, tcp, v2, type Answer, type World } from "./gcore-world.ts";

/** A cloud with the one group `web`, and the ways to change and see it. */
export interface Web {
  readonly world: World;
  readonly id: string;
  readonly patch: (body: unknown) => Promise<Answer>;
  /** Patches, and answers with the tasks when they have ended. */
  readonly finish: (body: unknown) => Promise<readonly Answer["body"][]>;
  readonly rules: () => GcoreGroupView["rules"];
}

/** The first rule of the group, as it is stored. */
export const office: RuleRequest = { ...tcp(22), description: "office" };
/** The second one, whose prefix is sent without its length. */
export const client: RuleRequest = { ...tcp(80), remote_ip_prefix: "1.2.3.4/32" };

export function createWeb(quirks: GcoreOptions["quirks"] = {}, options: Omit<GcoreOptions, "quirks"> = {}): Web {
  const world = createWorld({ ...options, quirks });
  const id = world.cloud.addGroup(1, 2, {
    name: "web",
    description: "Public",
    rules: [
      { ...tcp(22), description: "office" },
      { ...tcp(80), remote_ip_prefix: "1.2.3.4" },
    ],
    tags: { team: "edge", environment: "test" },
    readOnlyTags: { owner: "platform" },
  });
  return {
    world,
    id,
    patch: (body) => world.send("PATCH", `${v2}/${id}`, body),
    finish: (body) => world.finish("PATCH", `${v2}/${id}`, body),
    rules: () => world.cloud.groups(1, 2)[0]?.rules ?? [],
  };
}
