import { readRecordedBody } from "../recorded-request.ts";

/** Operations that the cloud says not to know yet, by the ids in their paths. */
export interface FreshOperations {
  /** Takes up the operations that an accepted write tells of: IONOS in the header `Location`, Gcore in the list `tasks`. */
  hide(answer: Response, until: number): Promise<void>;
  /** Whether a path is that of a hidden operation. */
  isHidden(pathname: string, now: number): boolean;
}

export function createFreshOperations(): FreshOperations {
  const hidden = new Map<string, number>();
  return {
    async hide(answer, until) {
      for (const id of await operationsOf(answer)) hidden.set(id, until);
    },
    isHidden: (pathname, now) =>
      pathname
        .split("/")
        .some(
          (segment, index, all) =>
            ["requests", "tasks"].includes(all[index - 1] ?? "") && (hidden.get(segment) ?? now) > now,
        ),
  };
}

async function operationsOf(answer: Response): Promise<readonly string[]> {
  const request = /\/requests\/([^/]+)/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (request !== undefined) return [request];
  // Another fault may have broken the body.
  const text = await answer
    .clone()
    .text()
    .catch(() => "");
  const body = readRecordedBody(text);
  const tasks: unknown = typeof body === "object" && body !== null && "tasks" in body ? body.tasks : [];
  return Array.isArray(tasks) ? tasks.map(String) : [];
}
