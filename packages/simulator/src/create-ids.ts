import { createRandom } from "./seeded-random.ts";

/** An endless row of ids in the form of UUID version 4, the same for the same seed, so that what goes by ids can be replayed. */
export function createIds(seed: number): () => string {
  const random = createRandom(seed);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join("");
  const variant = (): string => "89ab".charAt(Math.floor(random() * 4));
  return () => `${digits(8)}-${digits(4)}-4${digits(3)}-${variant()}${digits(3)}-${digits(12)}`;
}
