import type { Law } from "./law.ts";

/** Once somebody has said stop, a process sends no further write; one that is on its way is not called back. */
export const noWriteAfterAbort: Law = {
  name: "no write after an abort",
  judge: ({ runs }) =>
    runs.flatMap(({ kind, abortedAfter, sent }) =>
      sent
        .filter(({ number, method }) => abortedAfter !== undefined && number > abortedAfter && method !== "GET")
        .map(
          ({ number, method, path }) =>
            `${kind}: request ${number} is ${method} ${path}, stopped after ${abortedAfter}`,
        ),
    ),
};
