import { createPlan, type Plan, type PresentGroup } from "@secgroup/core";
import { createMemoryCloud, memoryAdapter, memoryCapabilities } from "@secgroup/core/memory";
import { gcoreCapabilities } from "@secgroup/adapter-gcore";
import { ionosCapabilities } from "@secgroup/adapter-ionos";
import { toRule, type PlainRule } from "../end-to-end/support/plain-rule.ts";

const capabilities = { ionos: ionosCapabilities, gcore: gcoreCapabilities };

/** What one group holds and is to hold. */
export interface Wanted {
  readonly old: readonly PlainRule[];
  readonly next: readonly PlainRule[];
}

/**
 * The plan that leads three groups from their old rules to their new ones, makes a fourth and deletes a fifth, as a plan file holds it.
 * The third refers to the first, which a rule without a known group stands for.
 */
export async function planFor(
  cloud: keyof typeof capabilities,
  wanted: readonly Wanted[],
  options: { readonly relabel: boolean; readonly unlistedRules: PresentGroup["unlistedRules"] },
): Promise<Plan> {
  const memory = createMemoryCloud({ ...memoryCapabilities, ...capabilities[cloud] });
  const peer = memory.seed({ name: "peer" });
  const rulesOf = (rules: readonly PlainRule[]) =>
    rules.map((rule) => toRule(rule.remoteGroup === undefined ? rule : { ...rule, remoteGroup: peer }));
  wanted.forEach(({ old }, index) => memory.seed({ name: `group-${index}`, description: "old", rules: rulesOf(old) }));
  memory.seed({ name: "retired", rules: rulesOf(wanted[0]?.old ?? []) });
  const present = (name: string, rules: readonly PlainRule[], description?: string): PresentGroup => ({
    ensure: "present",
    name,
    rules: rulesOf(rules),
    unlistedRules: options.unlistedRules,
    ...(description !== undefined && { description }),
  });
  const groups = [
    ...wanted.map(({ next }, index) => present(`group-${index}`, next, index === 1 ? "new" : undefined)),
    present("created", wanted[0]?.next ?? [], "created"),
    { ensure: "absent", name: "retired" } as const,
  ];
  const { plan } = await createPlan(
    [
      {
        name: "target",
        location: cloud === "ionos" ? { datacenter: "0-1" } : { project: 1, region: 2 },
        adapter: { ...memoryAdapter(memory), cloud },
        groups: groups.map((desired) => ({ key: desired.name, desired })),
      },
    ],
    { relabel: options.relabel, clock: { now: () => 0, sleep: async () => {} }, signal: new AbortController().signal },
  );
  return JSON.parse(JSON.stringify(plan)) as Plan;
}
