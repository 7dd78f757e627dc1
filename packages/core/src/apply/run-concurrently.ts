/**
 * Runs the task for each item, at most `limit` at once, in order of the items. Stops starting more once `isStopped`
 * says so; what runs by then is finished. Tasks must not reject.
 */
export async function runConcurrently<Item>(
  items: readonly Item[],
  limit: number,
  isStopped: () => boolean,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (isStopped()) return;
      await task(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}
