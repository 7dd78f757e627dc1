/**
 * A failure that was asked for. `at-once`: the task is in ERROR as soon as it is looked at, and never ran. `at-end`: it runs its time
 * and ends in ERROR, without effect. `partly`: it ends in ERROR, and a part of its work has taken effect and stays.
 */
export interface TaskFailure {
  readonly message: string;
  readonly how: "at-once" | "at-end" | "partly";
}

/** What was asked to go wrong with tasks. */
export interface TaskTroubles {
  /** Gives the task the next failure that is waiting, and lets it stick when that is asked for. */
  begin(taskId: string): TaskFailure | undefined;
  /** Milliseconds since the epoch before which the task must not end; infinite while it is held or stuck. */
  heldUntil(taskId: string): number;
  failNext(failure: TaskFailure): void;
  stickNext(): void;
  releaseStuck(): void;
  hold(held: boolean): void;
}

export function createTaskTroubles(now: () => number): TaskTroubles {
  const failures: TaskFailure[] = [];
  const stuckUntil = new Map<string, number>();
  let sticking = 0;
  let heldUntil = Number.NEGATIVE_INFINITY;
  return {
    begin(taskId) {
      if (sticking > 0) {
        sticking--;
        stuckUntil.set(taskId, Number.POSITIVE_INFINITY);
      }
      return failures.shift();
    },
    heldUntil: (taskId) => Math.max(heldUntil, stuckUntil.get(taskId) ?? Number.NEGATIVE_INFINITY),
    failNext: (failure) => void failures.push(failure),
    stickNext: () => void sticking++,
    releaseStuck() {
      for (const [taskId, until] of stuckUntil) {
        if (until === Number.POSITIVE_INFINITY) stuckUntil.set(taskId, now());
      }
    },
    hold(held) {
      if (held) heldUntil = Number.POSITIVE_INFINITY;
      else if (heldUntil === Number.POSITIVE_INFINITY) heldUntil = now();
    },
  };
}
