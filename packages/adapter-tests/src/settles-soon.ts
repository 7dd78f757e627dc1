import { fail } from "./expect.ts";

/** Whether the promise settles within so many turns of the event loop; no time is waited for. */
export async function settlesSoon(promise: Promise<unknown>, turns = 500): Promise<boolean> {
  const settled = promise.then(
    () => true,
    () => true,
  );
  for (let turn = 0; turn < turns; turn++) {
    const nextTurn = new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), 0);
    });
    if (await Promise.race([settled, nextTurn])) return true;
  }
  return false;
}

/** The same promise; fails instead when it does not settle. */
export async function soon<Value>(promise: Promise<Value>): Promise<Value> {
  return (await settlesSoon(promise)) ? promise : fail("an aborted call", "to end", "nothing, it goes on");
}
