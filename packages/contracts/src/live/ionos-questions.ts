import { createdAnswer, rulesAnswer, type ReadRule } from "./ionos-answers.ts";
import type { LiveContext } from "./live-interactions.ts";
import type { LiveAnswer } from "./live-session.ts";
import { noteQuirk } from "./live-vendor.ts";

const duplicate = {
  properties: { protocol: "TCP", type: "INGRESS", ipVersion: "IPv4", portRangeStart: 7, portRangeEnd: 7 },
};
const withHostBits = { properties: { protocol: "TCP", type: "INGRESS", ipVersion: "IPv4", sourceIp: "10.0.0.1/8" } };

/** Asks what IONOS' documents leave open, on a group that may be changed at will. */
export async function learnByWriting(
  context: LiveContext,
  groupPath: string,
  settle: (answer: LiveAnswer) => Promise<void>,
): Promise<void> {
  const post = async (body: unknown): Promise<LiveAnswer> => {
    const answer = await context.session.send({ method: "POST", path: `${groupPath}/rules`, body });
    if (answer.status < 300) await settle(answer);
    return answer;
  };
  await post(duplicate);
  noteQuirk(context, "duplicateRules", duplicateHabit(await post(duplicate)));
  noteQuirk(context, "hostBits", await hostBitsHabit(context, groupPath, await post(withHostBits)));
  noteQuirk(context, "putWithRules", await putHabit(context, groupPath, settle));
}

function duplicateHabit({ status }: LiveAnswer): string | undefined {
  if (status < 300) return "accepted";
  return status === 409 || status === 422 ? String(status) : undefined;
}

async function hostBitsHabit(context: LiveContext, groupPath: string, answer: LiveAnswer): Promise<string | undefined> {
  if (answer.status === 422) return "rejected";
  if (answer.status >= 300) return undefined;
  const { id } = createdAnswer.parse(answer.body);
  const rule = (await readRules(context, groupPath)).find((each) => each.id === id);
  const sourceIp = rule?.properties?.sourceIp;
  if (sourceIp === "10.0.0.1/8") return "kept";
  return sourceIp === "10.0.0.0/8" ? "masked" : undefined;
}

async function putHabit(
  context: LiveContext,
  groupPath: string,
  settle: (answer: LiveAnswer) => Promise<void>,
): Promise<string | undefined> {
  const before = await readRules(context, groupPath);
  const answer = await context.session.send({
    method: "PUT",
    path: groupPath,
    body: { properties: { name: "NSG" }, entities: { rules: { items: [{ properties: { protocol: "GRE" } }] } } },
  });
  if (answer.status >= 300 || before.length < 2) return undefined;
  await settle(answer);
  const after = await readRules(context, groupPath);
  if (after.length === before.length) return "ignored";
  return after.length === 1 ? "replaces" : undefined;
}

async function readRules({ session }: LiveContext, groupPath: string): Promise<readonly ReadRule[]> {
  const { body } = await session.send({ method: "GET", path: `${groupPath}/rules`, query: { depth: ["1"] } });
  return rulesAnswer.parse(body).items;
}
