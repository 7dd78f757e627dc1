import { createHash } from "node:crypto";

let users = 0;

/**
 * Has `crypto.subtle.digest` compute within the event loop, until the function that comes back is called, once. Threads, on which
 * it computes otherwise, end in any order.
 */
export function digestAtOnce(): () => void {
  if (users++ === 0) Object.defineProperty(crypto.subtle, "digest", { value: digest, configurable: true });
  return () => {
    if (--users === 0) Reflect.deleteProperty(crypto.subtle, "digest");
  };
}

const digest: typeof crypto.subtle.digest = async (algorithm, data) => {
  const name = typeof algorithm === "string" ? algorithm : algorithm.name;
  const bytes = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data;
  return new Uint8Array(createHash(name).update(new Uint8Array(bytes)).digest()).buffer;
};
