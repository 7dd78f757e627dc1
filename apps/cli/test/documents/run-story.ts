import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkCodes } from "./check-codes.ts";
import { checkLinks } from "./check-links.ts";
import { checkOther } from "./check-other.ts";
import { checkPipeline } from "./check-pipeline.ts";
import { checkVariables } from "./check-variables.ts";
import { isOutput } from "./compare-output.ts";
import { doMeanwhile } from "./do-meanwhile.ts";
import { editFile } from "./edit-file.ts";
import type { KnownCommands } from "./known-commands.ts";
import { openStory } from "./open-story.ts";
import type { Problem } from "./problem.ts";
import type { Block, Part, Remark } from "./read-document.ts";
import { runCommands, type Ended } from "./run-commands.ts";
import type { Keyboard } from "./run-line.ts";

const outputLanguages = new Set(["text", "markdown", "json", "yaml", "diff", "hcl"]);

/** Runs the blocks of a document in order, in a fresh folder, and tells what of it is not true. */
export async function runStory(
  document: string,
  parts: readonly Part[],
  known: KnownCommands,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const needsGit = parts.find((part) => part.kind === "block" && part.language === "sh" && /^git /m.test(part.text));
  if (needsGit !== undefined && spawnSync("git", ["--version"]).error !== undefined)
    return [{ line: needsGit.line, what: "git is needed here, and there is none on the PATH" }];
  const [clouds, ...more] = parts.filter((part) => part.kind === "remark").filter(({ word }) => word === "clouds");
  for (const { line } of more) problems.push({ line, what: "what clouds there are is said once" });
  const story = openStory(clouds?.value ?? "seeded");
  const { harness } = story;
  /** The last commands, until a block tells what they print, or is another one. */
  let last: (Ended & { readonly line: number }) | undefined;
  let paragraphs = 0;
  let keyboard: Keyboard = {};
  /** Files that nothing has read yet. */
  const unread = new Map<string, number>();

  const read = (command: string): void => {
    const words = command.split(/[\s"'=<>|;&()]+/);
    if (words.includes("--help") || words.includes("--version")) return;
    for (const file of unread.keys())
      if (words.includes(file) || (words[0] === "secgroup" && /^secgroup\.(yaml|yml|json)$/.test(file)))
        unread.delete(file);
  };

  const put = (file: string, text: string, line: number): void => {
    if (file.includes("..") || file.startsWith("/")) throw new Error(`${file} is not in the folder`);
    mkdirSync(dirname(join(harness.folder, file)), { recursive: true });
    harness.write(file, text);
    const wrong = checkPipeline(file, text);
    if (wrong === undefined) unread.set(file, line);
    else problems.push(...wrong.map((what) => ({ line, what })));
  };

  const edit = (file: string, diff: string, line: number): void => {
    const edited = existsSync(join(harness.folder, file)) ? editFile(harness.read(file), diff) : undefined;
    if (edited === undefined) problems.push({ line, what: `this is no change of ${file} as it stands` });
    else put(file, edited, line);
  };

  const leaveCommands = (): void => {
    if (last?.code === 1) problems.push({ line: last.line, what: "nothing tells why this ends with 1" });
    last = undefined;
  };

  const runBlock = async (block: Block): Promise<void> => {
    const { line, language, information, text } = block;
    if (last !== undefined && information === "" && paragraphs <= 1 && outputLanguages.has(language)) {
      if (/^[\s…]*$/.test(text)) problems.push({ line, what: "this tells nothing of what is printed" });
      else if (!isOutput(text, last.printed))
        problems.push({ line, what: "this is not what is printed", printed: last.printed });
      last = undefined;
      return;
    }
    leaveCommands();
    if (language === "sh") {
      last = { line, ...(await runCommands(story, block, keyboard, known, read)) };
      problems.push(...last.problems);
      [paragraphs, keyboard] = [0, {}];
    } else if (information === "") problems.push(...(await checkOther(story, document, block)));
    else if (language === "text") problems.push({ line, what: `output has no name: ${information}` });
    else if (language === "diff") edit(information, text, line);
    else put(information, `${text}\n`, line);
  };

  const heed = ({ word, value }: Remark): void => {
    if (word === "meanwhile") doMeanwhile(harness.simulator, value);
    else if (word === "answers") keyboard = { answers: value.split("|").map((answer) => answer.trim()) };
    else if (word === "interrupt") keyboard = { interrupt: value };
    else if (word === "") throw new Error(`this comment is no remark: ${value}`);
    else if (word !== "clouds") throw new Error(`the runner knows no remark ${word}`);
  };

  for (const part of parts) {
    try {
      if (part.kind === "block") await runBlock(part);
      else if (part.kind === "remark") heed(part);
      else {
        paragraphs += 1;
        problems.push(...checkCodes(document, part, known), ...checkLinks(document, part));
      }
      if (part.kind !== "remark") problems.push(...checkVariables(part));
    } catch (error) {
      problems.push({ line: part.line, what: error instanceof Error ? error.message : String(error) });
    }
  }
  leaveCommands();
  story.close();
  for (const [file, line] of unread) problems.push({ line, what: `nothing reads the file ${file}` });
  return problems;
}
