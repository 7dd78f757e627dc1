import { abortedError, systemClock } from "@secgroup/core";
import { createInterface } from "node:readline";
import type { Context, Output } from "./context.ts";
import { exitCode } from "./exit-code.ts";
import { processFetch } from "./process-fetch.ts";
import type { Questions } from "./questions/questions.ts";

/** The surroundings of this process. From here on a first Ctrl-C asks the command to stop, and a second one ends the process. */
export function openProcessContext(streams: { readonly stdout: Output; readonly stderr: Output }): Context {
  const { signal, sayOnLeaving } = stopOnSignals(streams.stderr);
  return {
    ...streams,
    environment: process.env,
    folder: process.cwd(),
    fetch: processFetch,
    clock: systemClock,
    random: Math.random,
    signal,
    sayOnLeaving,
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    ask: (question) => ask(question, signal),
    questions: loadQuestions(signal),
    every: (milliseconds, callback) => {
      const timer = setInterval(callback, milliseconds);
      return () => clearInterval(timer);
    },
  };
}

function stopOnSignals(stderr: Output): Pick<Context, "signal" | "sayOnLeaving"> {
  const controller = new AbortController();
  const lines = new Set<string>();
  const stop = (): void => {
    if (controller.signal.aborted) {
      for (const line of lines) stderr.write(`${line}\n`);
      process.exit(exitCode.interrupted);
    }
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    sayOnLeaving: (line) => {
      lines.add(line);
      return () => void lines.delete(line);
    },
  };
}

function ask(question: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    // Not a terminal of its own, so that Ctrl-C reaches the process.
    const reader = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
    const stop = (): void => {
      reject(abortedError(signal.reason));
      reader.close();
    };
    signal.addEventListener("abort", stop, { once: true });
    reader.once("close", () => {
      signal.removeEventListener("abort", stop);
      resolve(false);
    });
    reader.question(question, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()));
      reader.close();
    });
  });
}

/** Questions whose screens are loaded when the first is put; few commands ask any. */
function loadQuestions(signal: AbortSignal): Questions {
  const load = async (): Promise<Questions> =>
    (await import("./questions/terminal-questions.ts")).terminalQuestions(signal);
  return {
    askText: async (...question) => (await load()).askText(...question),
    askChoice: async (...question) => (await load()).askChoice(...question),
  };
}
