import { SecurityGroupError } from "@secgroup/core";

const defaultHost = "https://api.ionos.com";
const basePath = "/cloudapi/v6";
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The URL that all paths of CloudAPI v6 follow, without a slash at its end. Host and path may be given together.
 *
 * Throws `usage` when the text is not an http or https URL, is http to another machine, which would read the credentials on the
 * way, or carries more than scheme, host and path.
 */
export function apiUrl(baseUrl: string = defaultHost): URL {
  const text = baseUrl.trim().replace(/\/+$/, "");
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text itself stays out of the message, because it may hold a password.
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw invalid("it is not an http or https URL");
  }
  if (url.protocol === "http:" && !loopback.test(url.hostname)) {
    throw invalid("it is http, which would show the credentials to everyone on the way");
  }
  if (url.username || url.password) throw invalid("it holds a user name or password");
  if (url.search || url.hash) throw invalid("it holds a query or a fragment");
  return new URL(text.endsWith(basePath) ? text : `${text}${basePath}`);
}

function invalid(reason: string): SecurityGroupError {
  return new SecurityGroupError("usage", `The address of the IONOS API cannot be used: ${reason}.`, {
    hint: `Set IONOS_API_URL to scheme and host only, such as ${defaultHost}, or leave it out. Without encryption only this machine can be reached, such as http://localhost:4010.`,
  });
}
