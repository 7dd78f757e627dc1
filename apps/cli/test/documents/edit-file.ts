/** The file after a ```diff: what is kept and removed must stand there in one piece, once. Nothing when it does not. */
export function editFile(text: string, diff: string): string | undefined {
  const lines = diff.split("\n");
  if (lines.some((line) => line !== "" && !/^[-+ ]/.test(line))) return undefined;
  const side = (sign: string): string =>
    lines
      .filter((line) => line === "" || line.startsWith(" ") || line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  const [before, after, ...more] = `\n${text}`.split(`\n${side("-")}`);
  return before === undefined || after === undefined || more.length > 0
    ? undefined
    : `${before}\n${side("+")}${after}`.slice(1);
}
