/** A count with its noun: `1 rule`, `3 rules`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** The parts that say something, with commas and an `and`. */
export function list(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== "");
  if (said.length < 2) return said.join("");
  return `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}

/** Seconds from milliseconds, rounded to what a person cares about. */
export function seconds(milliseconds: number): string {
  const total = Math.round(milliseconds / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
}
