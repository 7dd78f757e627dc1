import * as z from "zod";
import { learnByPatching } from "./gcore-questions.ts";
import { perform, type LiveContext, type LiveInteraction } from "./live-interactions.ts";
import type { LiveAnswer } from "./live-session.ts";
import { ownName, waitFor, type LiveVendor, type Values } from "./live-vendor.ts";

const page = z.object({ results: z.array(z.object({ id: z.string() })) });
const taskIds = z.object({ tasks: z.array(z.string()) });
const task = z.object({
  state: z.string(),
  error: z.string().nullish(),
  created_resources: z.object({ security_groups: z.array(z.string()).nullish() }).nullish(),
});

/** Gcore's Cloud API as a live check meets it. What its documents leave open can only be learnt by writing. */
export const gcoreLive: LiveVendor = { discover, learn: async () => undefined, write };

/** A group and the newest task. */
async function discover(context: LiveContext, { projectId, regionId }: Values): Promise<Values> {
  const groupId = await firstOf(context, `/cloud/v1/securitygroups/${projectId}/${regionId}`);
  const taskId = await firstOf(context, "/cloud/v1/tasks");
  return { ...(groupId && { groupId }), ...(taskId && { taskId }) };
}

async function firstOf({ session }: LiveContext, path: string): Promise<string | undefined> {
  const { status, body } = await session.send({ method: "GET", path, query: { limit: ["1"] } });
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return page.parse(body).results[0]?.id;
}

/** Creates a group without rules, plays every PATCH of the pacts on it, asks the open questions, and deletes it whatever happens. */
async function write(context: LiveContext, values: Values): Promise<void> {
  const creation = context.interactions.find((each) => isCreation(each));
  if (creation === undefined) return;
  const name = ownName();
  const created = await perform(context, creation, values, (body) => ({ ...Object(body), name }));
  if (created === undefined) return;
  const [groupId] = await settled(context, created);
  if (groupId === undefined) throw new Error(`The group ${name} was created, but its task does not tell its id.`);
  const own = { ...values, groupId, otherGroupId: groupId };
  try {
    for (const each of writes(context, "PATCH")) {
      const answer = await perform(context, each, own);
      if (answer !== undefined) await settled(context, answer);
    }
    const path = `/${values["projectId"]}/${values["regionId"]}/${groupId}`;
    await learnByPatching(context, path, (answer) => settled(context, answer));
  } finally {
    const [deletion] = writes(context, "DELETE");
    const deleted = deletion && (await perform(context, deletion, own));
    if (deleted === undefined) {
      const problem = `the group ${name} (${groupId}) could not be deleted: delete it by hand`;
      context.cases.push({ name: "cleaning up", problems: [problem] });
    }
  }
}

function isCreation({ interaction: { request } }: LiveInteraction): boolean {
  const parsed = z.object({ rules: z.array(z.unknown()).length(0) }).safeParse(request.body?.content);
  return request.method === "POST" && parsed.success;
}

const writes = ({ interactions }: LiveContext, method: string): readonly LiveInteraction[] =>
  interactions.filter(
    ({ interaction, template }) => interaction.request.method === method && template.endsWith("/${groupId}"),
  );

/** Waits for every task that the answer names; gives the ids of the groups that they made. Throws when one fails. */
async function settled(context: LiveContext, answer: LiveAnswer): Promise<readonly string[]> {
  const made: string[] = [];
  for (const id of taskIds.parse(answer.body).tasks) {
    const done = await waitFor(context, `Task ${id}`, async () => {
      const { body } = await context.session.send({ method: "GET", path: `/cloud/v1/tasks/${encodeURIComponent(id)}` });
      const read = task.parse(body);
      if (read.state === "ERROR") throw new Error(`Task ${id} failed: ${read.error ?? "without a reason"}`);
      return read.state === "FINISHED" ? read : undefined;
    });
    made.push(...(done.created_resources?.security_groups ?? []));
  }
  return made;
}
