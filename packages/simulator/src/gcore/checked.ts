import { TaskFault } from "./api-error.ts";

/** What became of a check: its value, or a fault that only the task is to meet. */
export type Checked<Value> = { readonly value: Value } | { readonly fault: TaskFault };

/** Makes the check. What the API notices is thrown at once; a `TaskFault` is kept for the task. */
export function check<Value>(make: () => Value): Checked<Value> {
  try {
    return { value: make() };
  } catch (error) {
    if (!(error instanceof TaskFault)) throw error;
    return { fault: error };
  }
}

/** The value, or else the fault thrown, as the task meets it. */
export function valueOf<Value>(checked: Checked<Value>): Value {
  if ("fault" in checked) throw checked.fault;
  return checked.value;
}
