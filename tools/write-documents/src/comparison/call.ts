import type { World } from "./world.ts";

/** An answer to a call that was replayed. */
export interface Answer {
  readonly body: unknown;
  readonly headers: Headers;
}

/** Sends one call of a replay. Throws on anything but a success, the answer's text in the message: a replay that is refused is none. */
export async function call(
  { fetch }: World,
  method: string,
  url: string,
  authorization: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(
    new Request(url, {
      method,
      headers: { Authorization: authorization, ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${text}`);
  return { body: text === "" ? undefined : JSON.parse(text), headers: response.headers };
}
