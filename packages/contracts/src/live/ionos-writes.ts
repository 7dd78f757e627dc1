import { createdAnswer, statusAnswer, stateAnswer } from "./ionos-answers.ts";
import { learnByWriting } from "./ionos-questions.ts";
import { standingRule } from "./ionos-standing-rule.ts";
import { perform, type LiveContext, type LiveInteraction } from "./live-interactions.ts";
import type { LiveAnswer } from "./live-session.ts";
import { noteQuirk, ownName, waitFor, type Values } from "./live-vendor.ts";

const base = "/cloudapi/v6";

/** Which writes named their request, and with which status rules were taken. */
interface Seen {
  readonly withLocation: Set<string>;
  readonly withoutLocation: Set<string>;
  ruleStatus?: number;
}

/** Creates a group, plays every write of the pacts on it, asks the open questions, and deletes it whatever happens. */
export async function writeIonos(context: LiveContext, values: Values): Promise<void> {
  const seen: Seen = { withLocation: new Set(), withoutLocation: new Set() };
  const name = ownName();
  const [creation] = writes(context, "POST", "/securitygroups").toReversed();
  if (creation === undefined) return;
  const created = await perform(context, creation, values, (body) => named(body, name));
  if (created === undefined) return;
  const own = { ...values, groupId: createdAnswer.parse(created.body).id };
  const groupPath = `${base}/datacenters/${values["datacenterId"]}/securitygroups/${own.groupId}`;
  const settle = async (answer: LiveAnswer | undefined, operation: string): Promise<void> => {
    if (answer === undefined) return;
    (answer.headers.has("Location") ? seen.withLocation : seen.withoutLocation).add(operation);
    await settled(context, answer, groupPath);
  };
  try {
    await settle(created, "POST group");
    for (const method of ["PUT", "PATCH"])
      for (const each of writes(context, method, "/${groupId}"))
        await settle(await perform(context, each, own), `${method} group`);
    for (const each of writes(context, "PATCH", "/${ruleId}")) await updateRule(context, each, own, groupPath, settle);
    const ruleId = await writeRules(context, own, seen, settle);
    if (ruleId !== undefined) {
      for (const each of writes(context, "DELETE", "/${ruleId}"))
        await settle(await perform(context, each, { ...own, ruleId }), "DELETE rule");
    }
    await learnByWriting(context, groupPath, (answer) => settled(context, answer, groupPath));
  } finally {
    await removeGroup(context, own, name, settle);
  }
  noteQuirk(context, "rulePostStatus", seen.ruleStatus);
  noteQuirk(context, "locationHeader", locationHabit(seen));
}

type Settle = (answer: LiveAnswer | undefined, operation: string) => Promise<void>;

/** Makes the rule that the interaction begins with, changes it, and deletes it, so that no two rules are ever equal. */
async function updateRule(
  context: LiveContext,
  update: LiveInteraction,
  own: Values,
  groupPath: string,
  settle: Settle,
): Promise<void> {
  const { session } = context;
  const properties = standingRule(update.interaction);
  const created = await session.send({ method: "POST", path: `${groupPath}/rules`, body: { properties } });
  if (created.status >= 300) {
    const problems = [`the rule to change was not taken: answered ${created.status}`];
    context.cases.push({ name: update.interaction.description, problems });
    return;
  }
  await settle(created, "POST rule");
  const ruleId = createdAnswer.parse(created.body).id;
  await settle(await perform(context, update, { ...own, ruleId }), "PATCH rule");
  await settle(await session.send({ method: "DELETE", path: `${groupPath}/rules/${ruleId}` }), "DELETE rule");
}

/** Posts every rule of the pacts; gives the id of the first. */
async function writeRules(context: LiveContext, own: Values, seen: Seen, settle: Settle): Promise<string | undefined> {
  const ids: string[] = [];
  for (const each of writes(context, "POST", "/rules")) {
    const answer = await perform(context, each, own);
    if (answer === undefined) continue;
    seen.ruleStatus = answer.status;
    ids.push(createdAnswer.parse(answer.body).id);
    await settle(answer, "POST rule");
  }
  return ids[0];
}

async function removeGroup(context: LiveContext, own: Values, name: string, settle: Settle): Promise<void> {
  const [deletion] = writes(context, "DELETE", "/${groupId}");
  const deleted = deletion && (await perform(context, deletion, own));
  if (deleted === undefined) {
    const problem = `the group ${name} (${own["groupId"] ?? ""}) could not be deleted: delete it by hand`;
    context.cases.push({ name: "cleaning up", problems: [problem] });
    return;
  }
  await settle(deleted, "DELETE group");
}

const writes = ({ interactions }: LiveContext, method: string, ending: string): readonly LiveInteraction[] =>
  interactions.filter(
    ({ interaction, template }) => interaction.request.method === method && template.endsWith(ending),
  );

/** The body of a group's POST under another name. */
function named(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null || !("properties" in body)) return body;
  return { ...body, properties: { ...Object(body.properties), name } };
}

/** Waits until the request that the answer names is done, or the group is quiet. */
async function settled(context: LiveContext, answer: LiveAnswer, groupPath: string): Promise<void> {
  const id = /\/requests\/([\w-]+)\/status/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (id === undefined) {
    await waitFor(context, `The change of ${groupPath}`, async () => {
      const { status, body } = await context.session.send({ method: "GET", path: groupPath, query: { depth: ["0"] } });
      return status === 404 || (status === 200 && stateAnswer.parse(body).metadata.state === "AVAILABLE") || undefined;
    });
    return;
  }
  const path = `${base}/requests/${id}/status`;
  await waitFor(context, `Request ${id}`, async () => {
    const { status, body } = await context.session.send({ method: "GET", path });
    if (status !== 200) return undefined;
    const { metadata } = statusAnswer.parse(body);
    if (metadata.status === "FAILED")
      throw new Error(`Request ${id} failed: ${metadata.message ?? "without a reason"}`);
    return metadata.status === "DONE" || undefined;
  });
}

/** Those that the API reference lists without `Location`. */
const unlisted = new Set(["POST group", "DELETE rule"]);

function locationHabit({ withLocation, withoutLocation }: Seen): string | undefined {
  if (withoutLocation.size === 0) return "always";
  if (withLocation.size === 0) return "never";
  const isDocumented = [...withoutLocation].every((each) => unlisted.has(each));
  return isDocumented && ![...withLocation].some((each) => unlisted.has(each)) ? "as-documented" : undefined;
}
