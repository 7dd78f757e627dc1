import { describe, expect, it } from "vitest";
import { createEventStream } from "../../src/library/event-stream.ts";

async function readAll(events: AsyncIterable<number>): Promise<readonly number[]> {
  const all: number[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe("a stream of events", () => {
  it("tells what happened before anybody looked, and what happens then, in its order", async () => {
    const stream = createEventStream<number>();
    stream.push(1);
    stream.push(2);
    const all = readAll(stream.read());
    await Promise.resolve();
    stream.push(3);
    setTimeout(() => {
      stream.push(4);
      stream.end();
    });
    expect(await all).toEqual([1, 2, 3, 4]);
  });

  it("tells why it ended after the last event", async () => {
    const stream = createEventStream<number>();
    stream.push(1);
    stream.fail(new Error("no more"));
    const seen: number[] = [];
    const read = (async () => {
      for await (const event of stream.read()) seen.push(event);
    })();
    await expect(read).rejects.toThrow("no more");
    expect(seen).toEqual([1]);
  });

  it("can be left and gone on with", async () => {
    const stream = createEventStream<number>();
    for (const event of [1, 2, 3]) stream.push(event);
    stream.end();
    for await (const event of stream.read()) {
      expect(event).toBe(1);
      break;
    }
    expect(await readAll(stream.read())).toEqual([2, 3]);
  });
});
