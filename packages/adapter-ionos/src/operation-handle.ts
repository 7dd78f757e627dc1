import { unexpected } from "./ionos-error.ts";

/**
 * What is asked to learn how far an operation is: the queued request where the cloud named it, else the group or the rule
 * itself; the `absent` kinds wait for it to vanish.
 */
export type OperationHandle =
  | { readonly kind: "request"; readonly requestId: string }
  | { readonly kind: "group" | "group-absent"; readonly groupId: string }
  | { readonly kind: "rule" | "rule-absent"; readonly groupId: string; readonly ruleId: string };

/** The handle as text: `kind:id`, a rule's as `kind:groupId/ruleId`, ids encoded as in a URL. */
export function writeHandle(handle: OperationHandle): string {
  switch (handle.kind) {
    case "request":
      return `request:${encodeURIComponent(handle.requestId)}`;
    case "group":
    case "group-absent":
      return `${handle.kind}:${encodeURIComponent(handle.groupId)}`;
    case "rule":
    case "rule-absent":
      return `${handle.kind}:${encodeURIComponent(handle.groupId)}/${encodeURIComponent(handle.ruleId)}`;
  }
}

/** Throws `unexpected-response` for text that `writeHandle` does not write. */
export function readHandle(text: string): OperationHandle {
  const handle = parseHandle(text);
  if (handle && writeHandle(handle) === text) return handle;
  throw unexpected(`"${text}" is not a handle of an IONOS operation.`, {
    hint: "The file that it comes from was changed or was written for another cloud.",
  });
}

function parseHandle(text: string): OperationHandle | undefined {
  const [, kind, first, second] = /^([a-z-]+):([^/]+)(?:\/([^/]+))?$/.exec(text)?.map(decode) ?? [];
  if (!kind || !first) return undefined;
  switch (kind) {
    case "request":
      return { kind, requestId: first };
    case "group":
    case "group-absent":
      return { kind, groupId: first };
    case "rule":
    case "rule-absent":
      return second ? { kind, groupId: first, ruleId: second } : undefined;
    default:
      return undefined;
  }
}

function decode(part: string | undefined): string | undefined {
  try {
    return part && decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
