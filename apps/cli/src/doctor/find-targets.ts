import type { Target } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";
import type { Context, Environment } from "../context.ts";
import { findDocument } from "../document/find-document.ts";
import { openDocument } from "../document/open-document.ts";
import { listErrors } from "../render/list-errors.ts";
import { describePosition } from "../render/describe-errors.ts";
import { count, list } from "../render/words.ts";
import type { Finding } from "./finding.ts";

/** The targets to look at, and what was found on the way to them. */
export interface FoundTargets {
  readonly targets: readonly Target[];
  readonly findings: readonly Finding[];
}

/** The targets of the document, or those that the environment names where there is no document, or none that can be read. */
export async function findTargets(named: string | undefined, context: Context): Promise<FoundTargets> {
  const { environment } = context;
  try {
    await findDocument(named, context.folder);
  } catch (error) {
    if (!SecurityGroupError.is(error)) throw error;
    return fromEnvironment(environment, {
      check: "document",
      status: "unknown",
      message: "there is none in this folder",
    });
  }
  try {
    const { file, configuration } = await openDocument(named, context);
    const { targets, groups } = configuration;
    const size = list([count(targets.length, "target"), count(new Set(groups.map(({ key }) => key)).size, "group")]);
    return { targets, findings: [{ check: "document", status: "ok", message: `${file} is valid: ${size}` }] };
  } catch (error) {
    if (!SecurityGroupError.is(error)) throw error;
    const messages = listErrors(error).map(({ message, place }) =>
      [describePosition(place)?.slice("at ".length), message].filter(Boolean).join(": "),
    );
    return fromEnvironment(environment, {
      check: "document",
      status: "failed",
      message: messages.join("\n"),
      hint: "Until it is right, only targets that the environment names are looked at.",
    });
  }
}

/** Targets by the variables that name places; the same that documents and the vendors' tools read. */
function fromEnvironment(environment: Environment, document: Finding): FoundTargets {
  const {
    IONOS_DATACENTER_ID: datacenter,
    GCORE_CLOUD_PROJECT_ID: project,
    GCORE_CLOUD_REGION_ID: region,
  } = environment;
  const isNumber = (text: string | undefined): text is string => text !== undefined && /^[1-9]\d{0,14}$/.test(text);
  const targets: readonly Target[] = [
    ...(datacenter ? [{ name: "ionos", cloud: "ionos", datacenter } as const] : []),
    ...(isNumber(project) && isNumber(region)
      ? [{ name: "gcore", cloud: "gcore", project: Number(project), region: Number(region) } as const]
      : []),
  ];
  if (targets.length > 0) return { targets, findings: [document] };
  const nowhere: Finding = {
    ...document,
    status: "failed",
    message: `${document.message}, and the environment names no place`,
    hint: "Name a document, write one with `secgroup init`, or set IONOS_DATACENTER_ID, or GCORE_CLOUD_PROJECT_ID and GCORE_CLOUD_REGION_ID.",
  };
  return { targets, findings: [nowhere] };
}
