import type { Report } from "@secgroup/console";
import { SecurityGroupError } from "@secgroup/core";
import { resolve } from "node:path";
import { writePrivateFile } from "../private-file/write-private-file.ts";
import { readPage } from "./read-page.ts";

/** Where the page has room for what it shows. */
const place = '<script id="report" type="application/json"></script>';

/** Writes the page with a plan in it as one file that needs nothing else and that only its owner can read. Throws `usage` when it cannot. */
export async function writeReport(report: Report, file: string, folder: string): Promise<void> {
  try {
    await writePrivateFile(resolve(folder, file), await renderReport(report));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SecurityGroupError("usage", `the report cannot be written to ${file}: ${why}`, {
      place: { file },
      cause,
    });
  }
}

/** The page with a plan in it. */
export async function renderReport(report: Report): Promise<string> {
  const page = await readPage();
  if (!page.includes(place)) throw new Error("the page that was built has no room for a plan");
  // No text of the plan can end the element that it stands in.
  const data = JSON.stringify(report).replaceAll("<", "\\u003c");
  return page.replace(place, () => place.replace("><", () => `>${data}<`));
}
