import type { Environment, Output } from "../context.ts";

/** What is asked of a stream of the process; each part may be missing on one that is no terminal. */
export interface Stream {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly hasColors?: (() => boolean) | undefined;
  readonly columns?: number | undefined;
}

/**
 * A stream as commands see it. Colours go to a terminal that has them, and to anything with FORCE_COLOR; NO_COLOR wins over both. Each
 * of the two counts when it is set to something, FORCE_COLOR to something but 0 and false.
 */
export function openOutput(stream: Stream, environment: Environment): Output {
  const isTerminal = stream.isTTY === true;
  return {
    write: (text) => void stream.write(text),
    // A dumb terminal cannot go back to a line.
    isTerminal: isTerminal && environment["TERM"] !== "dumb",
    hasColor: hasColor(isTerminal && stream.hasColors?.() === true, environment),
    get columns() {
      return stream.columns || 80;
    },
  };
}

function hasColor(terminalHas: boolean, { NO_COLOR, FORCE_COLOR }: Environment): boolean {
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR === undefined || FORCE_COLOR === "") return terminalHas;
  return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
}
