import type { IonosOptions, IonosQuirks } from "../../../src/index.ts";
import { createTestCloud, tcp, type TestAnswer, type TestCloud } from "../ionos-client.ts";

/** A cloud with one group. */
export interface World extends TestCloud {
  /** Of a group `web` with one rule, for TCP port 22. */
  readonly group: string;
  readonly path: string;
  readonly rules: string;
  readonly rule: string;
}

/** What shows a quirk: something to look at, and what is seen there under each of its values. */
export interface Witness<Name extends keyof IonosQuirks> {
  readonly options?: IonosOptions;
  readonly observe: (world: World) => Promise<unknown>;
  readonly wanted: { readonly [Value in IonosQuirks[Name]]: unknown };
}

/** One witness for each quirk of a part of the table. */
export type Witnesses<Table> = { readonly [Name in keyof Table & keyof IonosQuirks]: Witness<Name> };

export function createWorld(options: IonosOptions): World {
  const cloud = createTestCloud({ queuedMs: 500, runningMs: 1500, lagMs: 3000, ...options });
  const group = cloud.simulator.ionos.addGroup(cloud.datacenterId, { name: "web", rules: [tcp(22)] });
  const [rule] = cloud.simulator.ionos.groups(cloud.datacenterId).flatMap(({ rules }) => rules);
  const path = `${cloud.groups}/${group}`;
  return { ...cloud, group, path, rules: `${path}/rules`, rule: `${path}/rules/${rule?.id}` };
}

/** The rules of the group `web` that are in force once all is done. */
export function settledRules(world: World): readonly Readonly<Record<string, unknown>>[] {
  world.settle();
  const group = world.simulator.ionos.groups(world.datacenterId).find(({ id }) => id === world.group);
  return (group?.rules ?? []).map((rule) => ({ ...rule }));
}

/** Fields of the rule as it is in force once it is added, or the status that refuses it. */
export async function kept(world: World, rule: object, ...fields: readonly string[]): Promise<unknown> {
  const { status } = await world.call("POST", world.rules, { properties: rule });
  if (status >= 400) return status;
  const last = settledRules(world).at(-1);
  return fields.map((field) => last?.[field]);
}

export const statusesOf = async (...calls: readonly (() => Promise<TestAnswer>)[]): Promise<readonly number[]> => {
  const statuses: number[] = [];
  for (const call of calls) statuses.push((await call()).status);
  return statuses;
};
