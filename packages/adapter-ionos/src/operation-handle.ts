import { unexpected } from "./ionos-error.ts";

/** A group or a rule, wherever it is. */
export interface ResourcePlace {
  readonly datacenterId: string;
  readonly groupId: string;
  /** Absent for the group itself. */
  readonly ruleId?: string | undefined;
}

/** A queued request. */
export interface RequestHandle {
  readonly kind: "request";
  readonly requestId: string;
}

/** A group or rule that is written, or, when absent, that is to vanish. */
export interface ResourceHandle extends ResourcePlace {
  readonly kind: "group" | "group-absent" | "rule" | "rule-absent";
}

/** What is asked to learn how far an operation is: the queued request where the cloud named it, else the group or the rule itself. */
export type OperationHandle = RequestHandle | ResourceHandle;

/** The handle as text: `kind:` and the ids of request, or of datacenter, group and rule, encoded as in a URL and with slashes between. */
export function writeHandle(handle: OperationHandle): string {
  const ids =
    handle.kind === "request" ? [handle.requestId] : [handle.datacenterId, handle.groupId, handle.ruleId ?? []].flat();
  return `${handle.kind}:${ids.map(encodeURIComponent).join("/")}`;
}

/** Throws `unexpected-response` for text that `writeHandle` does not write. */
export function readHandle(text: string): OperationHandle {
  const handle = parseHandle(text);
  if (handle && writeHandle(handle) === text) return handle;
  throw unexpected(`${JSON.stringify(text)} is not a handle of an IONOS operation.`, {
    hint: "The file that it comes from was changed or was written for another cloud.",
  });
}

const shape = /^([a-z-]+):([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/;

function parseHandle(text: string): OperationHandle | undefined {
  const [, kind, first, groupId, ruleId] = shape.exec(text)?.map(decode) ?? [];
  if (!kind || !first) return undefined;
  switch (kind) {
    case "request":
      return { kind, requestId: first };
    case "group":
    case "group-absent":
      return groupId ? { kind, datacenterId: first, groupId } : undefined;
    case "rule":
    case "rule-absent":
      return groupId && ruleId ? { kind, datacenterId: first, groupId, ruleId } : undefined;
    default:
      return undefined;
  }
}

/** `undefined` for text that `encodeURIComponent` does not write. */
export function decode(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
