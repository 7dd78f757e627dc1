import { inlineCode } from "./literal.ts";
import { count } from "../render/words.ts";

/** What a comment is about: one document, looked at by one command. `named` is the file as the user named it. */
export interface Subject {
  readonly command: "plan" | "drift";
  readonly named: string | undefined;
}

/** One part of a comment: what is seen at once, and what is folded below it. */
export interface CommentBlock {
  /** Which of the words at the end of a cut comment counts it. */
  readonly about: "group" | "remark" | "steps";
  readonly seen: string;
  readonly folded: string;
}

/** GitHub's limit is 65,536 characters, GitLab's 1,000,000; counted in bytes of UTF-8, which are never fewer. */
const mostBytes = 65_536;
/** Kept free for the words about what was left out. */
const reserve = 512;

/** The line that a comment begins with, and by which it is found again; nothing in a file's name can end it. */
export function markerOf({ command, named }: Subject): string {
  const file = named === undefined ? "" : ` ${encodeURIComponent(named).replaceAll("-", "%2D")}`;
  return `<!-- secgroup ${command}${file} -->`;
}

/**
 * The comment. `total` is the program's own text. Where not all of it has room, whole blocks are left out, those that come last first:
 * what is folded goes before anything that is seen, and the last line says what is missing.
 */
export function writeComment(subject: Subject, total: string, blocks: readonly CommentBlock[]): string {
  const title = `### secgroup ${subject.command}${subject.named === undefined ? "" : ` ${inlineCode(subject.named)}`}`;
  const head = [markerOf(subject), title, total].join("\n\n");
  let free = mostBytes - reserve - sizeOf(head);
  const fits = (text: string): boolean => (free -= sizeOf(text)) >= 0;
  const seen = takeWhile(blocks, (block) => fits(block.seen));
  const unfolded = takeWhile(seen, (block) => fits(block.folded));
  const parts = seen.flatMap((block, index) => [block.seen, index < unfolded.length ? block.folded : ""]);
  const missing = describeMissing(subject, blocks.slice(seen.length), seen.slice(unfolded.length));
  return `${[head, ...parts, missing].filter((part) => part !== "").join("\n\n")}\n`;
}

function describeMissing(
  { command }: Subject,
  unseen: readonly CommentBlock[],
  closed: readonly CommentBlock[],
): string {
  const groups = unseen.filter(({ about }) => about === "group").length;
  const remarks = unseen.filter(({ about }) => about === "remark").length;
  const rules = closed.filter((block) => block.about === "group" && block.folded !== "").length;
  const steps = [...unseen, ...closed].filter(({ about }) => about === "steps").length;
  const parts = [
    remarks > 0 && count(remarks, "remark"),
    groups > 0 && count(groups, "group"),
    rules > 0 && `the rules of ${count(rules, "group")}`,
    steps > 0 && `the steps of ${count(steps, "target")}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `**Left out for length:** ${parts.join(", ")}. \`secgroup ${command}\` shows all.`;
}

/** What a text takes, the empty line in front of it included. */
function sizeOf(text: string): number {
  return text === "" ? 0 : Buffer.byteLength(text) + 2;
}

function takeWhile<Item>(items: readonly Item[], accept: (item: Item) => boolean): readonly Item[] {
  const end = items.findIndex((item) => !accept(item));
  return end < 0 ? items : items.slice(0, end);
}
