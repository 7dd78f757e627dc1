import { IonosRefusal } from "./ionos-refusal.ts";
import type { IonosSettings } from "./ionos-options.ts";

/** Throws a 401 unless the header holds the accepted token (Bearer) or the accepted user and password (Basic). */
export function authenticate(header: string | undefined, { token, username, password }: IonosSettings): void {
  const [scheme = "", credentials = ""] = (header ?? "").split(/ +/);
  const isAccepted =
    (scheme.toLowerCase() === "bearer" && credentials === token) ||
    (scheme.toLowerCase() === "basic" && Buffer.from(credentials, "base64").toString() === `${username}:${password}`);
  if (!isAccepted) throw new IonosRefusal(401, [{ errorCode: "315", message: "Unauthorized" }]);
}
