import type { Clock } from "@secgroup/core";
import type { StricliProcess } from "@stricli/core";
import type { Questions } from "./questions/questions.ts";

/** A stream for people or programs to read. */
export interface Output {
  readonly write: (text: string) => void;
  /** Whether a person sees it as it is written, and lines can be written over. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** Characters in one line. */
  readonly columns: number;
}

/** Variables by name; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Sends one request; the global `fetch` is one. */
export type Fetch = (request: Request) => Promise<Response>;

/** Everything outside of the program that a command touches, files aside; a test hands in its own. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly environment: Environment;
  /** The folder that file names start from. */
  readonly folder: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** From 0 to 1, for jitter. */
  readonly random: () => number;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
  /** What a second Ctrl-C says on stderr before it ends the process, until the function that it returns is called. */
  readonly sayOnLeaving: (line: string) => () => void;
  /** Whether somebody is there to answer a question. */
  readonly isInteractive: boolean;
  /** Puts a question on stderr; true only for a yes. */
  readonly ask: (question: string) => Promise<boolean>;
  /** Further questions, where somebody is there to answer. */
  readonly questions: Questions;
  /** Calls back again and again until the function that it returns is called. */
  readonly every: (milliseconds: number, callback: () => void) => () => void;
}

/** What a command has as `this`; `process` is what the argument parser wants to see of one. */
export interface CommandContext extends Context {
  readonly process: StricliProcess;
}
