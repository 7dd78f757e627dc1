import type { SecurityGroupError } from "./security-group-error.ts";

/** One error as it is; several as the first with all in `related`, and every message in its own. */
export function joinErrors(errors: readonly SecurityGroupError[]): SecurityGroupError {
  const [first] = errors;
  if (first === undefined) throw new RangeError("joinErrors needs one error at least");
  if (errors.length === 1) return first;
  return first.with({ message: errors.map((error) => error.message).join("\n"), related: errors });
}
