/** A block of a README that says what it prints. */
export interface Example {
  readonly language: "ts" | "sh";
  readonly code: string;
  /** The block of language `text` that follows. */
  readonly prints: string;
}

interface Block {
  readonly language: string;
  readonly code: string;
}

/** The blocks that are followed by what they print, in their order. */
export function readExamples(readme: string): readonly Example[] {
  const blocks = readBlocks(readme);
  return blocks.flatMap(({ language, code }, index) => {
    const next = blocks[index + 1];
    if (next?.language !== "text" || (language !== "ts" && language !== "sh")) return [];
    return [{ language, code, prints: next.code }];
  });
}

/** The document that the README shows, for commands that look for one in their folder; undefined when it shows none. */
export function readDocument(readme: string): string | undefined {
  return readBlocks(readme).find(({ language }) => language === "yaml")?.code;
}

/** The packages that examples import, each once: `@secgroup/core` also for `@secgroup/core/memory`. */
export function importedPackages(examples: readonly Example[]): readonly string[] {
  const names = examples.flatMap(({ code }) =>
    [...code.matchAll(/\bfrom "((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name = ""]) => name),
  );
  return [...new Set(names)];
}

function readBlocks(readme: string): readonly Block[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language = "", code = ""]) => ({ language, code }));
}
