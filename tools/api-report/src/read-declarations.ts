import {
  parseSync,
  Visitor,
  type Comment,
  type Expression,
  type Statement,
  type TSTypeName,
  type TSTypeQueryExprName,
} from "oxc-parser";

/** One name that an entry declares, as it stands in the declarations of the whole entry. */
export interface Declaration {
  readonly name: string;
  readonly kind: "function" | "class" | "constant" | "type";
  /** Whether importers can name it; what is not exported is a part of something that is. */
  readonly isExported: boolean;
  /** The docstring as Markdown; empty without one. */
  readonly text: string;
  /** Without its docstring, those of its members included. */
  readonly code: string;
  /** Names of types that it speaks of, each once, its own left out. */
  readonly mentions: readonly string[];
}

/** What the text of an entry's declarations tells. */
export interface Declarations {
  /** The docstring of the entry itself as Markdown, the one with `@packageDocumentation`; empty without one. */
  readonly overview: string;
  /** In their order. */
  readonly declarations: readonly Declaration[];
  /** Where names are from that other packages declare. */
  readonly imported: ReadonlyMap<string, string>;
}

const overviewTag = "@packageDocumentation";

/** Reads a text in TypeScript that declares only. */
export function readDeclarations(text: string): Declarations {
  const { program, comments, errors } = parseSync("declarations.d.ts", text);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const renamed = readRenamed(program.body);
  const nameOf = (local: string): string => renamed.get(local) ?? local;
  const declarations = program.body.flatMap((statement): readonly Declaration[] => {
    const declared = declaredBy(statement);
    if (!declared) return [];
    const { local, kind } = declared;
    const name = nameOf(local);
    const code = text.slice(statement.start, statement.end).replace(/^(export )?(declare )?/, "");
    return [
      {
        name,
        kind,
        isExported: statement.type === "ExportNamedDeclaration" || renamed.has(local),
        text: readText(findDocstring(comments, text, statement)),
        code: [...renamed].reduce((code, [from, to]) => code.replaceAll(new RegExp(`\\b${from}\\b`, "g"), to), code),
        mentions: readMentions(text.slice(statement.start, statement.end))
          .map(nameOf)
          .filter((other) => other !== name),
      },
    ];
  });
  const overview = comments.find(({ value }) => value.includes(overviewTag))?.value.slice(1) ?? "";
  return { overview: readText(overview.replace(overviewTag, "")), declarations, imported: readImported(program.body) };
}

function readImported(body: readonly Statement[]): ReadonlyMap<string, string> {
  return new Map(
    body.flatMap((statement) =>
      statement.type === "ImportDeclaration"
        ? statement.specifiers.map(({ local }) => [local.name, statement.source.value] as const)
        : [],
    ),
  );
}

/** Names that are exported under another one than they have inside. */
function readRenamed(body: readonly Statement[]): ReadonlyMap<string, string> {
  return new Map(
    body.flatMap((statement) =>
      statement.type === "ExportNamedDeclaration"
        ? statement.specifiers.flatMap(({ local, exported }): readonly [string, string][] =>
            local.type === "Identifier" && exported.type === "Identifier" ? [[local.name, exported.name]] : [],
          )
        : [],
    ),
  );
}

function declaredBy(
  statement: Statement,
): { readonly local: string; readonly kind: Declaration["kind"] } | undefined | null {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration")
    return { local: declaration.id.name, kind: "type" };
  if (declaration?.type === "ClassDeclaration") return declaration.id && { local: declaration.id.name, kind: "class" };
  if (declaration?.type === "TSDeclareFunction" || declaration?.type === "FunctionDeclaration")
    return declaration.id && { local: declaration.id.name, kind: "function" };
  const id = declaration?.type === "VariableDeclaration" ? declaration.declarations[0]?.id : undefined;
  return id?.type === "Identifier" ? { local: id.name, kind: "constant" } : undefined;
}

function findDocstring(comments: readonly Comment[], text: string, { start }: Statement): string {
  const above = comments.findLast(({ end }) => end <= start);
  const isDocstring = above?.value.startsWith("*") === true && text.slice(above.end, start).trim() === "";
  return isDocstring ? above.value.slice(1) : "";
}

const readText = (docstring: string): string =>
  docstring
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .join("\n")
    .trim();

function readMentions(code: string): readonly string[] {
  const names = new Set<string>();
  const add = (node: TSTypeName | TSTypeQueryExprName | Expression): void => {
    if (node.type === "Identifier") names.add(node.name);
  };
  new Visitor({
    TSTypeReference: ({ typeName }) => add(typeName),
    TSTypeQuery: ({ exprName }) => add(exprName),
    TSInterfaceHeritage: ({ expression }) => add(expression),
    ClassDeclaration: ({ superClass }) => superClass && add(superClass),
  }).visit(parseSync("declaration.d.ts", code).program);
  return [...names];
}
