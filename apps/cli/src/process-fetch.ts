import { SecurityGroupError } from "@secgroup/core";
import type { Fetch } from "./context.ts";

/**
 * The fetch of this process, which never sends anything to somebody who has not proved who he is.
 *
 * `NODE_TLS_REJECT_UNAUTHORIZED=0` makes Node skip that proof ("Command-line API", environment variables); other values do not. Node
 * looks at it anew for every connection, so this does too. Throws `usage`; plain http, which adapters use on this machine only, is left alone.
 */
export const processFetch: Fetch = async (request) => {
  if (process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0" && new URL(request.url).protocol !== "http:") {
    throw new SecurityGroupError(
      "usage",
      "NODE_TLS_REJECT_UNAUTHORIZED=0 is set, so anybody on the way could pose as the cloud and read the credentials; nothing was sent",
      {
        hint: "Unset it. Where a proxy shows a certificate of its own, name its authority: NODE_EXTRA_CA_CERTS=/path/to/authority.pem.",
      },
    );
  }
  return fetch(request);
};
