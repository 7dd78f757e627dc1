import { expect, it } from "vitest";
import { boundAnswer, largestAnswer } from "../../src/account/bounded-answer.ts";

const request = new Request("https://user.example/groups?token=secret");

it.each([
  [1_023, 1_024],
  [1_024, 1_024],
])("passes on %i bytes of at most %i, with all else that was answered", async (size, limit) => {
  const headers = { Location: "/there", "Content-Type": "text/plain" };
  const answer = new Response("x".repeat(size), { status: 201, statusText: "Made", headers });
  const bound = boundAnswer(answer, request, limit);
  expect([bound.status, bound.statusText, bound.headers.get("Location")]).toEqual([201, "Made", "/there"]);
  expect(await bound.text()).toBe("x".repeat(size));
});

it("fails while a larger body is read, however it is cut, and names neither query nor content", async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(new Uint8Array(600 * 1_024));
    },
  });
  const bound = boundAnswer(new Response(stream), request, 1_024 * 1_024);
  await expect(bound.text()).rejects.toMatchObject({
    code: "unexpected-response",
    message: "the answer to GET /groups is larger than 1 MiB",
  });
});

it("is the answer itself where there is no body", () => {
  const answer = new Response(null, { status: 204 });
  expect(boundAnswer(answer, request)).toBe(answer);
});

it.each([199, 600])("fails for the status %i, which HTTP does not have", (status) => {
  const { headers, body } = new Response("x");
  const answer = { status, statusText: "", headers, body } as Response;
  expect(() => boundAnswer(answer, request)).toThrow(`has the status ${status}, which is none of HTTP`);
});

it.each([200, 599])("takes the status %i", (status) => {
  expect(boundAnswer(new Response("x", { status }), request).status).toBe(status);
});

it("may hold 64 MiB unless another limit is given", () => {
  expect(largestAnswer).toBe(67_108_864);
});
