import { SecurityGroupError } from "@secgroup/core";

/** One project in one region of Gcore Cloud, and the way to it. */
export interface GcoreOptions {
  /** A permanent API token; sent to the origin of `baseUrl` only. */
  readonly apiKey: string;
  /** The project's number. */
  readonly project: number;
  /** The region's number. */
  readonly region: number;
  /** Scheme and host, a path before `/cloud` if there is one. Default `https://api.gcore.com`. */
  readonly baseUrl?: string | undefined;
  /** Default `globalThis.fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
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
  if (!isBaseUrl(baseUrl)) {
    throw new SecurityGroupError(
      "usage",
      "The base URL of Gcore's API is not an http or https URL without user, query and fragment.",
      {
        hint: `Give scheme and host only, such as ${defaultBaseUrl}.`,
      },
    );
  }
}

function checkNumber(field: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new SecurityGroupError("usage", `The Gcore ${field} ${value} is not a whole number above 0.`, {
    place: { field },
  });
}

function isBaseUrl(text: string): boolean {
  const url = URL.parse(text);
  if (url === null) return false;
  return /^https?:$/.test(url.protocol) && url.username === "" && url.password === "" && !/[?#]/.test(text);
}
