import { SecurityGroupError, toSecurityGroupError } from "@secgroup/core";
import { resolve } from "node:path";
import type { Context } from "../context.ts";
import { writePrivateFile } from "../private-file/write-private-file.ts";
import type { Subject } from "./comment.ts";
import { failureComment } from "./failure-comment.ts";

/** Writes a comment to a file that only its owner can read. Throws `usage` when it cannot. */
export async function writeCommentFile(text: string, file: string, { folder }: Pick<Context, "folder">): Promise<void> {
  try {
    await writePrivateFile(resolve(folder, file), text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SecurityGroupError("usage", `the comment cannot be written to ${file}: ${why}`, {
      place: { file },
      cause,
    });
  }
}

/** Does the work; where it throws and a comment was asked for, the comment says so, and it is thrown on. */
export async function tellingFailure<Result>(
  work: () => Promise<Result>,
  subject: Subject,
  file: string | undefined,
  context: Pick<Context, "folder">,
): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    if (file !== undefined) {
      await writeCommentFile(failureComment(toSecurityGroupError(thrown), subject), file, context);
    }
    throw thrown;
  }
}
