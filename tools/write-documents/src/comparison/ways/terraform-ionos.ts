import type { PlainRule } from "../change.ts";
import { call, type Answer } from "../call.ts";
import type { Way } from "../way.ts";
import { writeIonosRule } from "../wire-rules.ts";
import { datacenter, groupDescription, groupName, token, type StandingRule, type World } from "../world.ts";
import { createWalk } from "./terraform-walk.ts";

const groups = `https://api.ionos.com/cloudapi/v6/datacenters/${datacenter}/securitygroups`;

/**
 * The calls of Terraform with the provider ionos-cloud/ionoscloud, one `ionoscloud_nsg_firewallrule` for each rule, of which each is
 * edited in place. From ionoscloud/resource_nsg.go and ionoscloud/resource_nsg_firewallrule.go (commit 003a888), services/bundleclient/state.go
 * (commit 2359869), and WaitForState of terraform-plugin-sdk/v2, helper/retry.
 */
export const terraformIonos: Way = {
  cloud: "ionos",
  title: "Terraform, provider ionoscloud",
  kind: "replay",
  async lead(world, next) {
    const walk = createWalk();
    const { group } = world;
    // The plan refreshes every resource: the group first, since the rules refer to it.
    if (group) await walk(() => send(world, "GET", `${groups}/${group.id}?depth=2`));
    const standing = group?.rules ?? [];
    await Promise.all(standing.map(({ id }) => walk(() => send(world, "GET", `${groups}/${group?.id}/rules/${id}`))));
    const groupId = group?.id ?? (await walk(() => createGroup(world)));
    const rules = `${groups}/${groupId}/rules`;
    await Promise.all(
      next.map(async (rule, index) => {
        const old = standing[index];
        if (old === undefined) await walk(() => createRule(world, rules, rule));
        else if (!isEqual(old, rule)) await walk(() => updateRule(world, rules, old, rule));
      }),
    );
  },
};

const isEqual = (old: PlainRule, next: PlainRule): boolean => old.port === next.port && old.network === next.network;

const send = (world: World, method: string, url: string, body?: unknown): Promise<Answer> =>
  call(world, method, url, `Bearer ${token}`, body);

async function createGroup(world: World): Promise<string> {
  const properties = { name: groupName, description: groupDescription };
  const created = await send(world, "POST", groups, { properties });
  await waitForStateChange(world, created);
  return idOf(created);
}

async function createRule(world: World, rules: string, rule: PlainRule): Promise<void> {
  const created = await send(world, "POST", rules, { properties: writeIonosRule(rule) });
  await waitForStateChange(world, created);
  await send(world, "GET", `${rules}/${idOf(created)}`);
}

async function updateRule(world: World, rules: string, { id }: StandingRule, rule: PlainRule): Promise<void> {
  const { type, sourceIp, portRangeStart, portRangeEnd } = writeIonosRule(rule);
  // All but the protocol, which the provider leaves out of an update.
  const changed = await send(world, "PATCH", `${rules}/${id}`, { type, sourceIp, portRangeStart, portRangeEnd });
  await waitForStateChange(world, changed);
  await send(world, "GET", `${rules}/${id}`);
}

/** Asks at once, after 5 s, after 10 s more, and so on: MinTimeout is 5 s, and waits double up to 10 s. */
async function waitForStateChange(world: World, { headers }: Answer): Promise<void> {
  const location = headers.get("Location");
  if (location === null) throw new Error("the provider needs the header Location");
  for (let waitMs = 0; ; waitMs = waitMs === 0 ? 5_000 : 10_000) {
    await world.time.sleep(waitMs);
    const status = (await send(world, "GET", location)).body as { readonly metadata: { readonly status: string } };
    if (status.metadata.status === "DONE") return;
    if (status.metadata.status === "FAILED") throw new Error("the cloud could not do it");
  }
}

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;
