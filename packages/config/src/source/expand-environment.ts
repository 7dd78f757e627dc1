import type { ProblemList } from "../problem/problem-list.ts";
import type { DocumentPath } from "./document-path.ts";

/** Variables by name; `process.env` is one. */
export type Environment = Readonly<Record<string, string | undefined>>;

const reference = /\$\$\{|\$\{([^}]*)(\}?)/g;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const secretName =
  /TOKEN|PASSW|PASSPHRASE|KEY|SECRET|CREDENTIAL|PRIVATE|_PWD|(^|_)(PASS|PAT|AUTH|DSN|COOKIE|SESSION)(_|$)/i;
const urlWithPassword = /\/\/[^/\s@]*:[^/\s@]+@/;

/** A variable's value; nothing when it is not set, or is set to nothing. */
export function readVariable(environment: Environment, name: string): string | undefined {
  return Object.hasOwn(environment, name) && environment[name] !== "" ? environment[name] : undefined;
}

/**
 * Replaces each `${NAME}` by the variable's value; `$${` stands for a literal `${`.
 *
 * A variable that is not set, one whose name is that of a secret, and one with a password in a URL, is a problem at `path`, which never shows
 * the value.
 */
export function expandEnvironment(
  text: string,
  path: DocumentPath,
  environment: Environment,
  problems: ProblemList,
): string {
  if (!text.includes("${")) return text;
  return text.replace(reference, (whole, name: string | undefined, end: string | undefined) => {
    if (name === undefined) return "${";
    if (end === "" || !variableName.test(name)) {
      problems.addUnknown(
        path,
        `"${whole}" is not a variable; write \${NAME} for one, or $\${ for the characters themselves`,
      );
      return whole;
    }
    if (secretName.test(name)) {
      problems.addUnknown(
        path,
        `\${${name}} is not expanded, because its name is that of a secret and a document never holds secrets; remove it`,
      );
      return whole;
    }
    const value = readVariable(environment, name);
    if (value !== undefined && urlWithPassword.test(value)) {
      problems.addUnknown(
        path,
        `\${${name}} is not expanded, because it holds a password in a URL and a document never holds secrets; remove it`,
      );
      return whole;
    }
    if (value === undefined)
      problems.addUnknown(path, `the environment variable ${name} is not set; set it, or write the value itself`);
    return value ?? whole;
  });
}

/** The text that `expandEnvironment` turns into this one, whatever the environment. */
function escapeEnvironment(text: string): string {
  return text.replaceAll("${", () => "$${");
}

/** The same data with every text protected from being read as a reference to a variable. */
export function escapeValues(value: unknown): unknown {
  if (typeof value === "string") return escapeEnvironment(value);
  if (Array.isArray(value)) return value.map(escapeValues);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, escapeValues(inner)]));
}
