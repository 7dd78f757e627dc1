import type { VirtualTime } from "@secgroup/simulator";

/** From here on a timer is somebody's pause and not one of the runtime's own. */
const pauseMs = 100;

/** Runs the work while pauses of the whole process pass in virtual time, for programs that take no clock. */
export async function withVirtualTimers<Result>(time: VirtualTime, work: () => Promise<Result>): Promise<Result> {
  const original = globalThis.setTimeout;
  const callLater = async (callback: () => void, milliseconds: number): Promise<void> => {
    await time.sleep(milliseconds);
    callback();
  };
  const replaced = (callback: () => void, milliseconds = 0): unknown =>
    milliseconds < pauseMs ? original(callback, milliseconds) : void callLater(callback, milliseconds);
  Reflect.set(globalThis, "setTimeout", replaced);
  try {
    return await work();
  } finally {
    Reflect.set(globalThis, "setTimeout", original);
  }
}
