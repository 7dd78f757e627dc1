import { readLimitedFile } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";
import { resolve } from "node:path";

/** The state of 50,000 rules takes about 70 MiB. */
const maximumBytes = 256 * 2 ** 20;

/**
 * The value in a JSON file of another tool. Throws `usage` for a file that cannot be read or is larger than 256 MiB, and
 * `invalid-document` for one that is not JSON. Such a file may hold secrets: no error shows what is in it.
 */
export async function readJsonFile(file: string, folder: string): Promise<unknown> {
  const bytes = await readLimitedFile(resolve(folder, file), maximumBytes, file);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the text.
    throw new SecurityGroupError("invalid-document", "the file is not JSON in UTF-8", {
      place: { file },
      hint: "Write it again with the tool that it is from, whole and unchanged.",
    });
  }
}
