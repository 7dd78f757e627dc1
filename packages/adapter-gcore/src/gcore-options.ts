import { SecurityGroupError, type Account, type Fetch } from "@secgroup/core";

/** One project in one region of Gcore Cloud, and the way to it. */
export interface GcoreOptions {
  /** A permanent API token; sent to the origin of `baseUrl` only. */
  readonly apiKey: string;
  /** The project's number. */
  readonly project: number;
  /** The region's number. */
  readonly region: number;
  /** Scheme and host, a path before `/cloud` if there is one; https, except on this machine. Default `https://api.gcore.com`. */
  readonly baseUrl?: string | undefined;
  /** Shared by all targets that are reached with the same credentials; default one of its own. */
  readonly account?: Account | undefined;
  /** Default `globalThis.fetch`. */
  readonly fetch?: Fetch | undefined;
}

/** Where Gcore's API is when nobody says otherwise. */
export const defaultBaseUrl = "https://api.gcore.com";

/** Throws `usage` for options that no request can be made with; the message never shows the key. */
export function checkOptions({ apiKey, project, region, baseUrl = defaultBaseUrl }: GcoreOptions): void {
  // A header takes no blanks and no line breaks, and the platform's own error would show the key.
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new SecurityGroupError(
      "usage",
      "The Gcore API key is empty or holds blanks or other characters that a token never has.",
      {
        hint: "Copy the token again, without a line break at its end; in a shell put it into single quotes, because it may hold a $.",
      },
    );
  }
  checkNumber("project", project);
  checkNumber("region", region);
  checkBaseUrl(baseUrl);
}

function checkNumber(field: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new SecurityGroupError("usage", `The Gcore ${field} ${value} is not a whole number above 0.`, {
    place: { field },
  });
}

function checkBaseUrl(text: string): void {
  const hint = `Give scheme and host only, such as ${defaultBaseUrl}.`;
  const url = URL.parse(text);
  const isPlain = url !== null && url.username === "" && url.password === "" && !/[?#]/.test(text);
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new SecurityGroupError(
      "usage",
      "The base URL of Gcore's API is not an http or https URL without user, query and fragment.",
      { hint },
    );
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    throw new SecurityGroupError(
      "usage",
      `The base URL of Gcore's API is http://${url.host}, over which everybody on the way could read the key.`,
      { hint: "Use https; http is for this machine only (localhost, 127.0.0.1, ::1)." },
    );
  }
}

/** Whether a host, as a URL spells it, is this machine. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}
