import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { SdkModels, SdkOperation } from "../../src/spec-against-vendor/sdk-models.ts";

type PackageTable = Omit<SdkModels, "additions">;

const mainFile = createRequire(import.meta.url).resolve("@ionos-cloud/sdk-nodejs");
const folder = dirname(mainFile);

/** Reads from the installed package what the table says of it: the given operations, and the models of the given names. */
export async function readSdkPackage(operationIds: readonly string[], names: readonly string[]): Promise<PackageTable> {
  const { name, version } = JSON.parse(await readFile(join(folder, "../package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
  };
  const types = await readFolder("model", ".d.ts");
  const operations = readOperations(await readFolder("api", ".js"), await readFolder("api", ".d.ts"));
  const models = select(readInterfaces(types), names);
  const base = await readFile(join(folder, "base.js"), "utf8");
  const enums = readEnums(types);
  const used = new Set(Object.values(models).flatMap((fields) => Object.values(fields)));
  return {
    package: name,
    version,
    basePath: /BASE_PATH = "([^"]+)"/.exec(base)?.[1] ?? "",
    operations: select(operations, operationIds),
    models,
    enums: select(
      enums,
      Object.keys(enums).filter((name) => used.has(name)),
    ),
  };
}

async function readFolder(name: string, ending: string): Promise<string> {
  const files = (await readdir(join(folder, name))).filter((file) => file.endsWith(ending)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, name, file), "utf8")));
  return texts.join("\n").replaceAll(/\/\*[\s\S]*?\*\//g, "");
}

const select = <Value>(
  all: Readonly<Record<string, Value>>,
  names: readonly string[],
): Readonly<Record<string, Value>> =>
  Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));

function readInterfaces(types: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const flat = types.replaceAll(/\{\s*(\[key: string\]: \w+;)\s*\};/g, "{ $1 };");
  return Object.fromEntries(
    [...flat.matchAll(/export interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name, body = ""]) => [
      name,
      Object.fromEntries([...body.matchAll(/^\s*(\w+\??): (.+);$/gm)].map(([, field, type]) => [field, type])),
    ]),
  );
}

const readEnums = (types: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    [...types.matchAll(/export declare enum (\w+) \{([\s\S]*?)\}/g)].map(([, name, body = ""]) => [
      name,
      [...body.matchAll(/= "([^"]*)"/g)].map(([, value = ""]) => value),
    ]),
  );

/** Methods, paths and names on the wire are in the code, types in the declarations. */
function readOperations(code: string, declarations: string): Readonly<Record<string, SdkOperation>> {
  const declared = /^ {4}(\w+)\((.*?)\): Promise<\(axios\?: .*?AxiosPromise<(\w+)>>;$/gm;
  return Object.fromEntries(
    [...declarations.matchAll(declared)].flatMap(([, id = "", signature = "", answer = ""]) => {
      const body = new RegExp(`^ {8}${id}: function \\([^)]*\\) \\{[\\s\\S]*?^ {8}\\}`, "m").exec(code)?.[0];
      const path = /localVarPath = "([^"]*)"/.exec(body ?? "")?.[1];
      const method = /\{ method: '(\w+)' \}/.exec(body ?? "")?.[1];
      return body === undefined || path === undefined || method === undefined
        ? []
        : [[id, readOperation(method, path, body, signature, answer)]];
    }),
  );
}

function readOperation(method: string, path: string, body: string, signature: string, answer: string): SdkOperation {
  const types = new Map(
    [...signature.matchAll(/(\w+)\??: ((?:Map<[^>]*>|[^,])+)/g)].map(([, name = "", type = ""]) => [name, type]),
  );
  const sent = (kind: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...body.matchAll(new RegExp(`localVar${kind}Parameter\\['([^']+)'\\]`, "g"))].flatMap(([, name = ""]) => {
        const type = types.get(argumentName(name));
        return type === undefined ? [] : [[name, type]];
      }),
    );
  const [query, headers] = [sent("Query"), sent("Header")];
  const model = [...types.values()].find((type) => /^[A-Z]/.test(type) && !type.startsWith("Map<"));
  return {
    method,
    path,
    ...(Object.keys(query).length > 0 && { query }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(model !== undefined && { body: model }),
    ...(/^[A-Z]/.test(answer) && { answer }),
  };
}

/** `X-Contract-Number` is handed in as `xContractNumber`, `filter.status` as `filterStatus`. */
const argumentName = (name: string): string =>
  name
    .replaceAll(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
