import { SecurityGroupError } from "@secgroup/core";

/** The value of every task; what several throw is thrown together, in `related`. */
export function collectErrors<Value>(tasks: readonly (() => Value)[]): readonly Value[] {
  const errors: SecurityGroupError[] = [];
  const values = tasks.flatMap((task) => {
    try {
      return [task()];
    } catch (error) {
      if (!SecurityGroupError.is(error)) throw error;
      errors.push(error);
      return [];
    }
  });
  throwTogether(errors);
  return values;
}

/** Throws one error as it is, several as the first with all of them in `related`. */
export function throwTogether(errors: readonly SecurityGroupError[]): void {
  const [first] = errors;
  if (first === undefined) return;
  if (errors.length === 1) throw first;
  const { code, hint, place, vendor, retryable, cause } = first;
  const message = errors.map((error) => error.message).join("\n");
  throw new SecurityGroupError(code, message, { hint, place, vendor, retryable, cause, related: errors });
}
