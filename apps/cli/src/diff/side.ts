import type { Target } from "@secgroup/config";
import { SecurityGroupError } from "@secgroup/core";
import { extname } from "node:path";
import type { OpenDocument } from "../document/open-document.ts";

/** One of two sides that are compared, as it was written and as it is understood. */
export type Side = { readonly text: string } & (
  | { readonly kind: "declared-group"; readonly key: string }
  | { readonly kind: "standing-groups"; readonly target: Target }
  | { readonly kind: "standing-group"; readonly target: Target; readonly group: string }
  | { readonly kind: "document"; readonly file: string }
);

const documentEndings = new Set([".yaml", ".yml", ".json", ".ts", ".mts", ".js", ".mjs"]);
const groupPrefix = "group:";
const targetPrefix = "target:";

/** Whether a side is the path of a document, so that no other document is needed to understand it. */
export function isDocumentPath(text: string): boolean {
  const isPrefixed = text.startsWith(groupPrefix) || text.startsWith(targetPrefix);
  return !isPrefixed && documentEndings.has(extname(text).toLowerCase());
}

/** What a side means; without a document, the path of one. Throws `usage` when that is nothing, or more than one thing. */
export function readSide(text: string, document: OpenDocument | undefined): Side {
  if (document === undefined || isDocumentPath(text)) return { text, kind: "document", file: text };
  const { targets, groups } = document.configuration;
  const keys = new Set(groups.map(({ key }) => key));
  const named = (prefix: string): string => (text.startsWith(prefix) ? text.slice(prefix.length) : text);
  const [key, name] = [named(groupPrefix), named(targetPrefix)];
  const readings: Side[] = [
    ...(keys.has(key) ? [{ text, kind: "declared-group", key } as const] : []),
    ...targets
      .filter((target) => target.name === name)
      .map((target) => ({ text, kind: "standing-groups", target }) as const),
    ...targets.flatMap((target) => {
      const group = text.startsWith(`${target.name}/`) ? text.slice(target.name.length + 1) : "";
      return group === "" ? [] : [{ text, kind: "standing-group", target, group } as const];
    }),
  ];
  const [reading, other] = readings;
  if (reading !== undefined && other === undefined) return reading;
  if (reading !== undefined) {
    throw new SecurityGroupError("usage", `"${text}" can mean ${readings.map(describeSide).join(" or ")}`, {
      hint: `Write ${readings.map(spellOut).join(" or ")}.`,
    });
  }
  throw new SecurityGroupError(
    "usage",
    `"${text}" is neither a target nor a group of ${document.file}, nor a document`,
    {
      hint: `Its targets are ${targets.map((target) => target.name).join(", ")}; its groups ${[...keys].join(", ") || "none"}.`,
    },
  );
}

/** The target that a side stands on; nothing for what a document declares. */
export function targetOf(side: Side): Target | undefined {
  return "target" in side ? side.target : undefined;
}

/** Whether a side is one group, not a collection. */
export function isSingle({ kind }: Side): boolean {
  return kind === "declared-group" || kind === "standing-group";
}

/** A side in a way that can mean nothing else. */
function spellOut(side: Side): string {
  switch (side.kind) {
    case "declared-group":
      return `${groupPrefix}${side.key}`;
    case "standing-groups":
      return `${targetPrefix}${side.target.name}`;
    case "standing-group":
      return `${side.target.name}/ and the group's id`;
    case "document":
      return side.file;
  }
}

function describeSide(side: Side): string {
  switch (side.kind) {
    case "declared-group":
      return `the group ${side.key} as declared`;
    case "standing-groups":
      return `all groups on the target ${side.target.name}`;
    case "standing-group":
      return `the group ${side.group} on the target ${side.target.name}`;
    case "document":
      return `all groups of ${side.file}`;
  }
}
