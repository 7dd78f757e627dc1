import * as z from "zod";
import type { LiveContext } from "./live-interactions.ts";
import type { LiveAnswer } from "./live-session.ts";
import { noteQuirk } from "./live-vendor.ts";

const taskIds = z.object({ tasks: z.array(z.string()) });
const rules = z.object({ security_group_rules: z.array(z.object({ remote_ip_prefix: z.string().nullable() })) });

const rule = { direction: "ingress", ethertype: "IPv4", protocol: "tcp", description: "one" };

/** What became of one PATCH. */
interface Patched {
  readonly status: number;
  readonly tasks: number;
  readonly hasFailed: boolean;
}

/** Asks what Gcore's documents leave open, on a group that may be changed at will; `path` is its project, region and id. */
export async function learnByPatching(
  context: LiveContext,
  path: string,
  settle: (answer: LiveAnswer) => Promise<unknown>,
): Promise<void> {
  const patch = async (body: unknown): Promise<Patched> => {
    const answer = await context.session.send({ method: "PATCH", path: `/cloud/v2/security_groups${path}`, body });
    if (answer.status >= 300) return { status: answer.status, tasks: 0, hasFailed: false };
    const hasFailed = await settle(answer).then(
      () => false,
      () => true,
    );
    return { status: answer.status, tasks: taskIds.parse(answer.body).tasks.length, hasFailed };
  };

  const { tasks } = await patch({ name: "open.questions", description: "all fields at once", rules: [rule] });
  noteQuirk(context, "tasksPerPatch", tasks > 1 ? "one-per-field" : tasks === 1 ? "one" : undefined);

  // Every port there is, said and unsaid, and the same rule under another description: a task means that they differ.
  const spelt = await patch({ rules: [{ ...rule, port_range_min: 1, port_range_max: 65_535 }] });
  const described = await patch({ rules: [{ ...rule, description: "two" }] });
  noteQuirk(context, "ruleComparison", comparisonHabit(spelt.tasks > 0, described.tasks > 0));
  // Two rules that match the same packets cannot stand beside each other, so the second fails unless the first goes before.
  noteQuirk(
    context,
    "patchOrder",
    described.tasks === 0 ? undefined : described.hasFailed ? "add-first" : "delete-first",
  );

  const masked = await patch({ rules: [{ ...rule, remote_ip_prefix: "10.0.0.1/8" }] });
  noteQuirk(context, "hostBits", masked.status === 400 ? "rejected" : await readHostBits(context, path));
}

function comparisonHabit(isSpellingSeen: boolean, isDescriptionSeen: boolean): string {
  if (isSpellingSeen) return "literal";
  return isDescriptionSeen ? "normalized-with-description" : "normalized";
}

async function readHostBits({ session }: LiveContext, path: string): Promise<string | undefined> {
  const { body } = await session.send({ method: "GET", path: `/cloud/v1/securitygroups${path}` });
  const [read] = rules.parse(body).security_group_rules;
  return read?.remote_ip_prefix === "10.0.0.0/8" ? "masked" : undefined;
}
