/** A call of the live API, with everything filled in. */
export interface LiveCall {
  readonly method: string;
  /** From the root of the host. */
  readonly path: string;
  readonly query?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly body?: unknown;
}

export interface LiveAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when there is none. */
  readonly body: unknown;
}

/** The live API under one set of credentials. */
export interface LiveSession {
  readonly send: (call: LiveCall) => Promise<LiveAnswer>;
  /** Waits for what the cloud does by itself. */
  readonly pause: () => Promise<void>;
}

const timeoutMs = 60_000;

/** Credentials go to this origin only: redirects are not followed. Throws for answers that are not JSON. */
export function openSession(baseUrl: string, authorization: string, pauseMs = 2000): LiveSession {
  const { origin } = new URL(baseUrl);
  return {
    async send({ method, path, query = {}, body }) {
      const url = new URL(path, origin);
      if (url.origin !== origin) throw new Error(`${path} leads away from ${origin}.`);
      for (const [name, values] of Object.entries(query))
        for (const value of values) url.searchParams.append(name, value);
      const response = await fetch(url, {
        method,
        redirect: "manual",
        signal: AbortSignal.timeout(timeoutMs),
        headers: { Authorization: authorization, ...(body !== undefined && { "Content-Type": "application/json" }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: parse(text, `${method} ${path}`) };
    },
    pause: () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
  };
}

function parse(text: string, request: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`The answer to ${request} is not JSON: ${text.slice(0, 200)}`);
  }
}
