import { SecurityGroupError } from "@secgroup/core";
import { readFile, writeFile } from "node:fs/promises";
import { extname, relative, resolve } from "node:path";
import type { LintFlags } from "../commands/lint.ts";
import type { Context } from "../context.ts";
import { openDocument } from "../document/open-document.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { fixText, type FixedText } from "../lint/fix-text.ts";
import { lintDocument } from "../lint/lint-document.ts";
import type { PlacedFinding } from "../lint/placed-finding.ts";
import { renderFindings } from "../lint/render-findings.ts";
import { replaceFile } from "../lint/replace-file.ts";
import { listSaidGroups } from "../lint/said-rules.ts";
import { writeSarif } from "../lint/write-sarif.ts";
import { refuseJsonAndQuiet } from "../output/refuse-json-and-quiet.ts";
import { readVersion } from "../read-version.ts";
import { stylesFor } from "../render/styles.ts";
import { count } from "../render/words.ts";
import { writeJson, writeLines } from "../render/write.ts";

/** `secgroup lint`. */
export async function runLint(context: Context, flags: LintFlags, named?: string): Promise<ExitCode> {
  refuseJsonAndQuiet(flags);
  if (flags.json && flags.sarif === "-") {
    throw new SecurityGroupError("usage", "--json and --sarif - both want stdout", {
      hint: "Give the report a file of its own.",
    });
  }
  const opened = await openDocument(named, context);
  const fixed = flags.fix ? await fixFile(opened.file, context) : [];
  const { file, configuration } = fixed.length > 0 ? await openDocument(named, context) : opened;
  const findings = lintDocument(configuration);
  if (flags.sarif !== undefined) await writeReport(findings, file, flags.sarif, context);
  const failing = findings.filter(({ level }) => level === "error" || flags.strict);
  if (flags.json) {
    writeJson(context.stdout, { findings, ...(flags.fix && { fixed }) });
  } else if (flags.sarif !== "-") {
    const styles = stylesFor(context.stdout);
    const said = { file, groups: listSaidGroups(configuration).length };
    if (flags.quiet && failing.length > 0) writeLines(context.stdout, renderFindings(failing, said, styles));
    if (!flags.quiet)
      writeLines(context.stdout, [
        ...fixed.map(
          ({ group, before, after }) => `${styles.green("✓")} ${group}: ${count(before, "rule")}, now ${after}`,
        ),
        ...renderFindings(findings, said, styles),
      ]);
  }
  return failing.length > 0 ? exitCode.error : exitCode.success;
}

async function fixFile(file: string, { environment }: Context): Promise<FixedText["groups"]> {
  const ending = extname(file).toLowerCase();
  if (![".yaml", ".yml", ".json"].includes(ending)) {
    throw new SecurityGroupError(
      "unsupported",
      `${file} is a program, and --fix rewrites only documents in YAML or JSON`,
      {
        place: { file },
        hint: "Change the rules where the program makes them; without --fix, lint tells which.",
      },
    );
  }
  const { text, groups } = fixText(await readFile(file, "utf8"), file, environment);
  if (groups.length > 0) await replaceFile(file, text);
  return groups;
}

async function writeReport(
  findings: readonly PlacedFinding[],
  file: string,
  report: string,
  { folder, stdout }: Context,
): Promise<void> {
  const log = writeSarif(findings, { file: relative(folder, resolve(file)), version: readVersion() });
  if (report === "-") return writeJson(stdout, log);
  try {
    await writeFile(resolve(folder, report), `${JSON.stringify(log, undefined, 2)}\n`);
  } catch (cause) {
    const message = `the report cannot be written to ${report}: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new SecurityGroupError("usage", message, { place: { file: report }, cause });
  }
}
