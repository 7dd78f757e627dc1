/** A ratio in six characters, two of them decimals. */
export function ratio(value: number): string {
  return value.toFixed(2).padStart(6);
}
