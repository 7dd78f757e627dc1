/** Things that happen, kept until somebody reads them. */
export interface EventStream<Event> {
  readonly push: (event: Event) => void;
  /** No more will come. */
  readonly end: () => void;
  /** No more will come, for this reason, which the reader is told after the last event. */
  readonly fail: (reason: unknown) => void;
  /** Each event in its order, once. */
  readonly read: () => AsyncGenerator<Event, void, undefined>;
}

type End = { readonly kind: "ended" } | { readonly kind: "failed"; readonly reason: unknown };

export function createEventStream<Event>(): EventStream<Event> {
  const waiting: Event[] = [];
  let end: End | undefined;
  let wake = (): void => undefined;
  const close = (how: End): void => {
    end = how;
    wake();
  };
  return {
    push(event) {
      waiting.push(event);
      wake();
    },
    end: () => close({ kind: "ended" }),
    fail: (reason) => close({ kind: "failed", reason }),
    async *read() {
      for (;;) {
        const news = new Promise<void>((resolve) => (wake = resolve));
        while (waiting.length > 0) yield* waiting.splice(0, 1);
        if (end?.kind === "failed") throw end.reason;
        if (end?.kind === "ended") return;
        await news;
      }
    },
  };
}
