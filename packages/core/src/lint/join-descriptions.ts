const longestDescription = 255;

/** All descriptions that say something, each once; only the first when all together are too long for a cloud. */
export function joinDescriptions(descriptions: readonly string[]): string {
  const said = [...new Set(descriptions)].filter((description) => description !== "");
  const joined = said.join("; ");
  return joined.length <= longestDescription ? joined : (said[0] ?? "");
}
