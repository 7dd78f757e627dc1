import { fork } from "node:child_process";
import { once } from "node:events";
import type { VerifyOrder } from "./verify-process.ts";

// As TypeScript in this repository's own tests, as JavaScript where the package is installed.
const file = new URL(import.meta.url.endsWith(".ts") ? "./verify-process.ts" : "./verify-process.js", import.meta.url);

/** Pact's own account of a verification, as JSON text. Throws when the verifier ends without one. */
export async function runVerifier(order: VerifyOrder): Promise<string> {
  const child = fork(file, {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    execArgv: [],
    env: { ...process.env, PACT_DO_NOT_TRACK: "true" },
  });
  let complaints = "";
  child.stderr?.on("data", (data) => (complaints += String(data)));
  const answered = once(child, "message").then(([message]) => String(message));
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`Pact's verifier ended with ${String(code)} and without a result: ${complaints.trim()}`);
  });
  child.send(order);
  return Promise.race([answered, ended]);
}
