import { describeError } from "../describe-error.ts";
import type { Law } from "./law.ts";

const aDayMs = 86_400_000;
const mostRequests = 20_000;

/** Every process comes to an end within a day and some thousand requests, whatever never answers. */
export const comesToAnEnd: Law = {
  name: "nothing is awaited for ever",
  judge: ({ runs, error }) => [
    ...(error === undefined ? [] : [`the play came to no end: ${describeError(error)}`]),
    ...runs.flatMap(({ kind, startedAt, endedAt, sent }) => [
      ...(endedAt - startedAt > aDayMs && endedAt !== Infinity
        ? [`${kind}: took ${((endedAt - startedAt) / 3_600_000).toFixed(1)} hours`]
        : []),
      ...(sent.length > mostRequests ? [`${kind}: sent ${sent.length} requests`] : []),
    ]),
  ],
};
