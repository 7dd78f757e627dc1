import { SecurityGroupError } from "@secgroup/core";
import type { IonosCredentials } from "./ionos-options.ts";

/** What proves who calls. */
export interface Authorization {
  /** The value of the Authorization header (CloudAPI v6, "Getting started": Bearer or Basic). */
  readonly header: string;
  /** What no output may show. */
  readonly secrets: readonly string[];
}

/** Throws `missing-credentials` when a part is empty or a token holds what no header can carry. */
export function authorization(credentials: IonosCredentials): Authorization {
  if ("token" in credentials) {
    const token = credentials.token.trim();
    // Checked here, because the runtime's own error for such a header repeats the token.
    if (!/^[\x21-\x7e]+$/.test(token))
      throw unusable("the token is empty or holds blanks or other characters that a token cannot hold");
    return { header: `Bearer ${token}`, secrets: [token] };
  }
  const { username, password } = credentials;
  if (username === "" || password === "") throw unusable("the user name or the password is empty");
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  const encoded = btoa(String.fromCodePoint(...bytes));
  return { header: `Basic ${encoded}`, secrets: [encoded, password] };
}

function unusable(reason: string): SecurityGroupError {
  return new SecurityGroupError("missing-credentials", `The credentials for IONOS Cloud cannot be used: ${reason}.`, {
    hint: "Set IONOS_TOKEN, or IONOS_USERNAME and IONOS_PASSWORD.",
  });
}
