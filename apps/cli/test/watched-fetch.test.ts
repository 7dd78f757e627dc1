import { ionos } from "@secgroup/adapter-ionos";
import { describe, expect, it } from "vitest";
import { watchFetch } from "../src/targets/watched-fetch.ts";

/** A connection that nothing ever comes back from. */
function hang(request: Request): Promise<Response> {
  return new Promise((_resolve, reject) => {
    request.signal.addEventListener("abort", () => reject(request.signal.reason as Error));
  });
}

describe("a watched fetch", () => {
  it("gives up a dead connection, which the adapter calls unreachable", async () => {
    const { fetch, calls } = watchFetch(hang, 1);
    const adapter = ionos({ token: "t", datacenter: "d", fetch });
    await expect(adapter.listGroups(new AbortController().signal)).rejects.toMatchObject({ code: "unreachable" });
    expect(calls()).toBe(1);
  });

  it("still stops when it is told to, which is not the same", async () => {
    const { fetch } = watchFetch(hang);
    const adapter = ionos({ token: "t", datacenter: "d", fetch });
    const stop = new AbortController();
    const listed = adapter.listGroups(stop.signal);
    stop.abort();
    await expect(listed).rejects.toMatchObject({ code: "aborted" });
  });
});
