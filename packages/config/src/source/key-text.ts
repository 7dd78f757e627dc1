import { isScalar } from "yaml";

/** A key as the text that it is; nothing for one that is no text. A plain key keeps its spelling: the key 1.0 is the text "1.0". */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key)) return undefined;
  if (key.type === "PLAIN" && key.value !== null && key.source) return key.source;
  return typeof key.value === "string" ? key.value : undefined;
}
