import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../src/context.ts";
import type { SimulatedCredentials } from "../../src/simulate/simulated-account.ts";

/** Credentials that stand nowhere else, so that wherever one turns up it has leaked. */
export const canary: SimulatedCredentials & { readonly password: string } = {
  token: "canary-3f9c1e7ab2d84c05-ionos-token",
  apiKey: "canary-8d20b6f1c94e7a33-gcore-key",
  password: "canary-51e8a07d9b3f42c6-ionos-password",
};

const credentialNames = ["IONOS_TOKEN", "IONOS_PASSWORD", "GCORE_API_KEY"] as const;

/** The variables with credentials by what they hold; what is shorter than eight characters may stand in any text. */
function secretsOf(environment: Environment): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const name of credentialNames) {
    const value = environment[name] ?? "";
    if (value.length >= 8) secrets.set(value, name);
  }
  return secrets;
}

/** Throws when a credential of the environment stands in one of the texts, as it is, in hexadecimal, or anywhere within base64. */
export function refuseLeaks(texts: Readonly<Record<string, string>>, environment: Environment): void {
  for (const [secret, name] of secretsOf(environment)) {
    for (const spelling of spellingsOf(secret)) {
      const found = Object.entries(texts).find(([, text]) => text.includes(spelling));
      if (found !== undefined) throw new Error(`${name} leaked into ${found[0]}, as ${spelling}`);
    }
  }
}

/** Every file below a folder by its name, which is searched as well. */
export function readFolder(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() === true);
  return Object.fromEntries(files.map((name) => [name, `${name}\n${readFileSync(join(folder, name), "latin1")}`]));
}

function spellingsOf(secret: string): readonly string[] {
  // In base64 a text looks different by where it stands among the three bytes of a unit; its first and last letters depend on what is around.
  const within = [0, 1, 2].flatMap((shift) => {
    const start = Math.ceil((shift * 8) / 6);
    const end = Math.floor(((shift + secret.length) * 8) / 6);
    const text = "x".repeat(shift) + secret;
    return (["base64", "base64url"] as const).map((encoding) => Buffer.from(text).toString(encoding).slice(start, end));
  });
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString("hex"), ...within];
}
