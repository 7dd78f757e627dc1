import { readFile } from "node:fs/promises";
import { EdgeRuntime } from "edge-runtime";
import { compareLines } from "./expected-lines.ts";
import type { Answers } from "./plan-and-explain.ts";

/** Runs the script where there are the web's own interfaces, no globals of Node's, and no `eval`. */
export async function tryAtTheEdge(script: string, answers: Answers): Promise<readonly string[]> {
  const runtime = new EdgeRuntime();
  const globals = ["process", "Buffer", "require", "module", "setImmediate"];
  const strangers = globals.filter((name) => runtime.evaluate(`typeof ${name}`) !== "undefined");
  if (strangers.length > 0) return [`the runtime has ${strangers.join(", ")}, so it proves nothing`];
  runtime.evaluate(await readFile(script, "utf8"));
  const lines: readonly string[] = await runtime.evaluate(`tryPackages(${JSON.stringify(answers)})`);
  return compareLines([...lines]);
}
