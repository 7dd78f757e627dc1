/** What several commands take alike, worded once. */
export const jsonFlag = {
  kind: "boolean",
  brief: "Print JSON and nothing else to stdout",
  optional: true,
  withNegated: false,
} as const;

/** `--quiet`, with what is still said. */
export const quietFlag = {
  kind: "boolean",
  brief: "Say nothing but what went wrong",
  optional: true,
  withNegated: false,
} as const;

/** A switch that is off unless named. */
export const switchFlag = (brief: string): { kind: "boolean"; brief: string; optional: true; withNegated: false } => ({
  kind: "boolean",
  brief,
  optional: true,
  withNegated: false,
});

/** A flag with a text behind it. */
export const textFlag = (
  brief: string,
  placeholder: string,
): {
  kind: "parsed";
  brief: string;
  placeholder: string;
  optional: true;
  parse: (input: string) => string;
} => ({ kind: "parsed", brief, placeholder, optional: true, parse: takeText });

/** A flag with the number of a port behind it. */
export const portFlag = (
  brief: string,
): {
  kind: "parsed";
  brief: string;
  placeholder: string;
  optional: true;
  parse: (input: string) => number;
} => ({ kind: "parsed", brief, placeholder: "N", optional: true, parse: readPort });

/** The document, as the one argument of a command. */
export const fileArgument: {
  kind: "tuple";
  parameters: readonly [{ brief: string; placeholder: string; parse: (input: string) => string; optional: true }];
} = {
  kind: "tuple",
  parameters: [
    {
      brief: "The document; default secgroup.yaml, .yml or .json of this folder",
      placeholder: "FILE",
      parse: takeText,
      optional: true,
    },
  ],
};

/** An argument as it was written. */
export function takeText(input: string): string {
  return input;
}

function readPort(input: string): number {
  if (/^\d{1,5}$/.test(input) && Number(input) <= 65535) return Number(input);
  throw new Error("a port is a whole number from 0 to 65535");
}
