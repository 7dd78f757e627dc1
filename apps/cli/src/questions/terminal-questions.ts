import { isCancel, select, text } from "@clack/prompts";
import { abortedError } from "@secgroup/core";
import type { Questions } from "./questions.ts";

/** Questions on the terminal of this process, on stderr, so that stdout holds nothing but results. */
export function terminalQuestions(signal: AbortSignal): Questions {
  const streams = { input: process.stdin, output: process.stderr, signal };
  return {
    askText: async (message, { initial, check }) =>
      answered(
        await text({
          ...streams,
          message,
          initialValue: initial ?? "",
          validate: (value) => check(value?.trim() ?? ""),
        }),
      ).trim(),
    askChoice: async (message, choices) => {
      const options = choices.map(({ value, label, hint = "" }) => ({ value: value as string, label, hint }));
      const answer = answered(await select({ ...streams, message, options }));
      const chosen = choices.find(({ value }) => value === answer);
      if (chosen === undefined) throw abortedError();
      return chosen.value;
    },
  };
}

function answered<Value>(answer: Value | symbol): Exclude<Value, symbol> {
  if (isCancel(answer)) throw abortedError();
  return answer as Exclude<Value, symbol>;
}
