import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkPipeline } from "./check-pipeline.ts";
import { isOutput } from "./compare-output.ts";
import { completePart } from "./complete-part.ts";
import { editFile } from "./edit-file.ts";
import { findUnknown, type KnownCommands } from "./known-commands.ts";
import { doMeanwhile } from "./do-meanwhile.ts";
import { findWrongScript, notRun } from "./not-run.ts";
import { openStory, type Story } from "./open-story.ts";
import type { Block, Part, Prose } from "./read-document.ts";
import { runLine } from "./run-line.ts";
import { unrunnable } from "./unrunnable.ts";

export interface Problem {
  readonly line: number;
  readonly what: string;
  /** Of output that is another one: what was printed. */
  readonly printed?: string;
}

const outputLanguages = new Set(["text", "markdown", "json", "yaml", "diff", "hcl"]);

/** Runs the blocks of a document in order, in a fresh folder, and tells what of it is not true. */
export async function runStory(
  document: string,
  parts: readonly Part[],
  known: KnownCommands,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const clouds = parts.flatMap((part) => (part.kind === "remark" && part.word === "clouds" ? [part.value] : []));
  const story = openStory(clouds[0] ?? "seeded");
  /** What the last commands printed, until something else than one paragraph follows. */
  let printed: string | undefined;
  let paragraphs = 0;
  let answers: readonly string[] = [];
  /** Files that nothing has read yet. */
  const unread = new Map<string, number>();

  const runBlock = async (block: Block): Promise<void> => {
    const { line, language, information, text } = block;
    if (language === "sh") {
      const ended = await runCommands(story, block, answers, known, unread);
      problems.push(...ended.problems);
      [printed, paragraphs, answers] = [ended.printed, 0, []];
      return;
    }
    const told = printed;
    printed = undefined;
    if (language === "diff" && information !== "") {
      const edited = existsSync(join(story.harness.folder, information))
        ? editFile(story.harness.read(information), text)
        : undefined;
      if (edited === undefined) problems.push({ line, what: `this is no change of ${information} as it stands` });
      else put(information, edited, line);
    } else if (information !== "") put(information, `${text}\n`, line);
    else if (told !== undefined && paragraphs <= 1 && outputLanguages.has(language)) {
      if (!isOutput(text, told)) problems.push({ line, what: "this is not what is printed", printed: told });
    } else problems.push(...(await checkOther(story, document, block)));
  };

  const put = (file: string, text: string, line: number): void => {
    if (file.includes("..") || file.startsWith("/")) throw new Error(`${file} is not in the folder`);
    mkdirSync(dirname(join(story.harness.folder, file)), { recursive: true });
    story.harness.write(file, text);
    const wrong = checkPipeline(file, text);
    if (wrong === undefined) unread.set(file, line);
    else problems.push(...wrong.map((what) => ({ line, what })));
  };

  for (const part of parts) {
    try {
      switch (part.kind) {
        case "block":
          await runBlock(part);
          break;
        case "remark":
          if (part.word === "meanwhile") doMeanwhile(story.harness.simulator, part.value);
          else if (part.word === "answers") answers = part.value.split("|").map((answer) => answer.trim());
          else if (part.word !== "clouds") throw new Error(`the runner knows no remark ${part.word}`);
          break;
        case "prose":
          paragraphs += 1;
          problems.push(...checkCodes(part, known));
      }
    } catch (error) {
      problems.push({ line: part.line, what: error instanceof Error ? error.message : String(error) });
    }
  }
  story.close();
  for (const [file, line] of unread) problems.push({ line, what: `nothing reads the file ${file}` });
  return problems;
}

async function runCommands(
  story: Story,
  { line, information, text }: Block,
  answers: readonly string[],
  known: KnownCommands,
  unread: Map<string, number>,
): Promise<{ readonly printed: string; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  let printed = "";
  let code = 0;
  const wanted = Number(/^exit (\d+)$/.exec(information)?.[1] ?? 0);
  if (information !== "" && wanted === 0)
    problems.push({ line, what: `"${information}" is no end of a command, such as exit 2` });
  const commands = text
    .replaceAll("\\\n", "")
    .split("\n")
    .filter((command) => !/^\s*(#|$)/.test(command));
  if (commands.length === 0) problems.push({ line, what: "there is no command in this block" });
  for (const [index, command] of commands.entries()) {
    const place =
      line + 1 + text.split("\n").findIndex((one) => one !== "" && command.startsWith(one.replace(/\\$/, "")));
    const exception = notRun.find((kind) => kind.command.test(command));
    if (exception !== undefined) {
      const what = exception.check(command.replace(/ +#.*/, "").split(" "), known);
      if (what !== undefined) problems.push({ line: place, what });
      continue;
    }
    for (const file of unread.keys())
      if (command.includes(file) || (command.startsWith("secgroup ") && /^secgroup\.(yaml|yml|json)$/.test(file)))
        unread.delete(file);
    const ran = await runLine(story, command, answers);
    printed += ran.printed;
    code = ran.code;
    const isLast = index === commands.length - 1;
    if (code !== (isLast ? wanted : 0))
      problems.push({
        line: place,
        what: `ends with ${code}, not ${isLast ? wanted : 0}: ${command}`,
        printed: ran.printed,
      });
  }
  return { printed, problems };
}

/** A part of a document, or a block of the closed list; anything else is a block that nothing checks. */
async function checkOther({ harness }: Story, document: string, block: Block): Promise<readonly Problem[]> {
  const { line, language, text } = block;
  const exception = unrunnable.find((kind) => kind.document.test(document) && kind.language === language);
  if (exception !== undefined) {
    const what = exception.check(block);
    return what === undefined ? [] : [{ line, what }];
  }
  if (language !== "yaml") return [{ line, what: "nothing checks this block" }];
  const own = existsSync(join(harness.folder, "secgroup.yaml")) ? harness.read("secgroup.yaml") : undefined;
  const { code, screen } = await harness.run(
    `validate ${harness.write("part-of-document.yaml", completePart(text, own))}`,
  );
  return code === 0 ? [] : [{ line, what: "this does not validate", printed: screen }];
}

/** Commands in the text; in a row of a table that begins with one, flags are its own. */
function checkCodes({ line, isRow, codes }: Prose, known: KnownCommands): readonly Problem[] {
  const command = isRow && codes[0]?.startsWith("secgroup ") ? codes[0].split(" ").slice(1) : undefined;
  return codes.flatMap((code) => {
    const words = code.split(/ +/);
    const what =
      words[0] === "secgroup"
        ? findUnknown(words.slice(1), known)
        : words[0] === "pnpm"
          ? findWrongScript(words.slice(1))
          : command !== undefined && code.startsWith("--")
            ? findUnknown([...command, ...words], known)
            : undefined;
    return what === undefined ? [] : [{ line, what }];
  });
}
