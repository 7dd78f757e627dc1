import { SecurityGroupError } from "@secgroup/core";
import { join } from "node:path";
import { fileExists } from "./file-exists.ts";

const defaultNames = ["secgroup.yaml", "secgroup.yml", "secgroup.json"];

/** The file that is meant: the one that was named, else the first of the default names in the folder. Throws `usage` when there is none. */
export async function findDocument(named: string | undefined, folder: string): Promise<string> {
  if (named !== undefined) return named;
  for (const name of defaultNames) {
    if (await fileExists(join(folder, name))) return name;
  }
  throw new SecurityGroupError("usage", `there is no ${defaultNames.join(", ")} in this folder`, {
    hint: "Name the document, or write one with `secgroup init`.",
  });
}
