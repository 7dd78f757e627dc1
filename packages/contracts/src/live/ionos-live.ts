import { groupsAnswer, requestsAnswer, type ListedGroup } from "./ionos-answers.ts";
import { writeIonos } from "./ionos-writes.ts";
import type { LiveContext } from "./live-interactions.ts";
import { noteQuirk, type LiveVendor, type Values } from "./live-vendor.ts";

const base = "/cloudapi/v6";

/** IONOS CloudAPI v6 as a live check meets it. */
export const ionosLive: LiveVendor = { discover, learn, write: writeIonos };

/** A group, with rules if there is one, a rule of it, and the newest request. */
async function discover(context: LiveContext, { datacenterId }: Values): Promise<Values> {
  const groups = await listGroups(context, datacenterId, "3");
  const group = groups.find(({ entities }) => (entities?.rules?.items?.length ?? 0) > 0) ?? groups[0];
  const ruleId = group?.entities?.rules?.items?.[0]?.id;
  const { body, status } = await context.session.send({
    method: "GET",
    path: `${base}/requests`,
    query: { depth: ["0"], limit: ["1"] },
  });
  const requestId = status === 200 ? requestsAnswer.parse(body).items[0]?.id : undefined;
  return { ...(group && { groupId: group.id }), ...(ruleId && { ruleId }), ...(requestId && { requestId }) };
}

async function learn(context: LiveContext, { datacenterId }: Values): Promise<void> {
  const depths = [3, 4];
  let isAnswerable = false;
  for (const depth of depths) {
    const groups = await listGroups(context, datacenterId, String(depth));
    const rules = groups.flatMap(({ entities }) => entities?.rules?.items ?? []);
    isAnswerable ||= rules.length > 0;
    if (rules.some(({ properties }) => properties !== undefined)) return noteQuirk(context, "listRulesDepth", depth);
  }
  noteQuirk(context, "listRulesDepth", isAnswerable ? "never" : undefined);
}

async function listGroups(
  { session }: LiveContext,
  datacenterId: string | undefined,
  depth: string,
): Promise<readonly ListedGroup[]> {
  const path = `${base}/datacenters/${encodeURIComponent(datacenterId ?? "")}/securitygroups`;
  const { status, body } = await session.send({ method: "GET", path, query: { depth: [depth], limit: ["1000"] } });
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return groupsAnswer.parse(body).items;
}
