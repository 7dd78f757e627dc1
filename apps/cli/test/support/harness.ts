import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Simulator, SimulatorOptions } from "@secgroup/simulator";
import { abortedError } from "@secgroup/core";
import { main } from "../../src/main.ts";
import type { Context, Environment, Fetch, Output } from "../../src/context.ts";
import type { Questions } from "../../src/questions/questions.ts";
import { createSimulatedClouds } from "../../src/simulate/create-simulated-clouds.ts";
import { simulatedEnvironment } from "../../src/simulate/simulated-account.ts";
import { canary, readFolder, refuseLeaks } from "./canary.ts";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.ts";

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both together, in the order in which a person would see them. */
  readonly screen: string;
  /** Each write to stderr with the time at which it came. */
  readonly writes: readonly { readonly at: number; readonly text: string }[];
  /** The same of stdout. */
  readonly stdoutWrites: readonly { readonly at: number; readonly text: string }[];
}

export interface RunOptions {
  /** What divides the words of the line, empty ones included; default blanks, and no word is empty. */
  readonly separator?: string;
  /** What is answered to each question; without it there is nobody to ask. */
  readonly answer?: boolean;
  /** What is answered to the questions of `secgroup init`, in their order: a text, or the value of a choice. */
  readonly answers?: readonly string[];
  readonly isTerminal?: boolean;
  readonly hasColor?: boolean;
  readonly columns?: number;
  /** In place of the simulator, or in front of it. */
  readonly fetch?: (request: Request, simulator: Fetch) => Promise<Response>;
  readonly environment?: Environment;
  readonly signal?: AbortSignal;
}

/**
 * A folder, two simulated clouds and a command line, without a process, a network or waiting. A run fails when a credential turns up in
 * what it says or in a file of the folder.
 */
export interface Harness {
  readonly folder: string;
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  /** What a second Ctrl-C would say now. */
  readonly leaving: ReadonlySet<string>;
  readonly write: (file: string, text: string) => string;
  readonly read: (file: string) => string;
  readonly run: (line: string, options?: RunOptions) => Promise<Ran>;
  /** What a command is given, with nobody to hear it. */
  readonly openContext: (options?: RunOptions) => Context;
  /** The requests of one run that are not reads. */
  readonly writesSince: (
    count: number,
  ) => readonly { readonly method: string; readonly path: string; readonly body: unknown }[];
}

/** The simulated clouds, with credentials that are searched for in everything that comes out. */
export const canaryEnvironment: Environment = {
  ...simulatedEnvironment("https://simulator.example", canary),
  // The token wins over both; they are only there to be searched for.
  IONOS_USERNAME: "somebody@example.com",
  IONOS_PASSWORD: canary.password,
};

export function createHarness({
  seed = false,
  parent = tmpdir(),
  ...options
}: SimulatorOptions & { readonly seed?: boolean; readonly parent?: string } = {}): Harness {
  const folder = mkdtempSync(join(parent, "secgroup-test-"));
  const clock = createVirtualClock();
  const leaving = new Set<string>();
  const { simulator } = createSimulatedClouds(seed, {
    ...options,
    ionos: { ...options.ionos, token: canary.token },
    gcore: { ...options.gcore, apiKey: canary.apiKey },
    now: () => clock.now(),
  });

  const surround = (out: Output, err: Output, options: RunOptions): Context => {
    const { fetch, environment = canaryEnvironment } = options;
    return {
      stdout: out,
      stderr: err,
      environment,
      folder,
      fetch: fetch ? (request) => fetch(request, simulator.fetch) : simulator.fetch,
      clock,
      random: () => 0,
      signal: options.signal ?? new AbortController().signal,
      sayOnLeaving: (line) => {
        leaving.add(line);
        return () => void leaving.delete(line);
      },
      isInteractive: options.answer !== undefined || options.answers !== undefined,
      ask: async (question) => {
        err.write(question);
        return options.answer === true;
      },
      questions: scriptedQuestions(options.answers ?? [], err),
      every: (_milliseconds, callback) => clock.onSleep(callback),
    };
  };

  const run = async (line: string, options: RunOptions = {}): Promise<Ran> => {
    const { isTerminal = false, hasColor = false, columns = 80 } = options;
    const stdoutWrites: { readonly at: number; readonly text: string }[] = [];
    const writes: { readonly at: number; readonly text: string }[] = [];
    let screen = "";
    const out: Output = {
      write: (text) => {
        stdoutWrites.push({ at: clock.now(), text });
        screen += text;
      },
      isTerminal,
      hasColor,
      columns,
    };
    const err: Output = {
      write: (text) => {
        writes.push({ at: clock.now(), text });
        screen += text;
      },
      isTerminal,
      hasColor,
      columns,
    };
    const { environment = canaryEnvironment } = options;
    const code = await main(
      options.separator === undefined ? line.split(" ").filter((word) => word !== "") : line.split(options.separator),
      { stdout: out, stderr: err },
      () => surround(out, err, options),
    );
    const stdout = stdoutWrites.map(({ text }) => text).join("");
    const said = writes.map(({ text }) => text).join("");
    refuseLeaks({ stdout, stderr: said, ...readFolder(folder) }, environment);
    // The process stays where it is, so names of files come out longer than a person in the folder would see them.
    const shorten = (text: string): string => text.replaceAll(`${relative(process.cwd(), folder)}/`, "");
    return { code, stdout: shorten(stdout), stderr: shorten(said), screen: shorten(screen), writes, stdoutWrites };
  };

  return {
    folder,
    simulator,
    clock,
    run,
    openContext: (options = {}) => {
      const silent: Output = { write: () => undefined, isTerminal: false, hasColor: false, columns: 80 };
      return surround(silent, silent, options);
    },
    write: (file, text) => {
      writeFileSync(join(folder, file), text);
      return file;
    },
    leaving,
    read: (file) => readFileSync(join(folder, file), "utf8"),
    writesSince: (count) => simulator.requests.slice(count).filter(({ method }) => method !== "GET"),
  };
}

/** Answers in their order; each question and what a check says against an answer goes to stderr, as a person would see it. */
function scriptedQuestions(answers: readonly string[], err: Output): Questions {
  const rest = [...answers];
  const next = (message: string): string => {
    err.write(`${message}\n`);
    const answer = rest.shift();
    if (answer === undefined) throw abortedError();
    return answer;
  };
  return {
    askText: async (message, { initial, check }) => {
      for (;;) {
        const said = next(message);
        const answer = said === "" ? (initial ?? "") : said;
        const problem = check(answer);
        if (problem === undefined) return answer;
        err.write(`! ${problem}\n`);
      }
    },
    askChoice: async (message, choices) => {
      const answer = next(message);
      const choice = choices.find(({ value }) => value === answer);
      if (choice === undefined) throw new Error(`"${message}" has no choice ${answer}`);
      return choice.value;
    },
  };
}
