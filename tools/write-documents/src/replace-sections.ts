/** What stands between two marks of a page, by the name in them. */
export type Sections = Readonly<Record<string, string>>;

/**
 * The page with its marked sections written anew; the rest is by hand. Marks are comments on lines of their own: `<!-- begin NAME … -->`
 * and `<!-- end NAME -->`. Throws when the page lacks a section, or has one that nobody writes.
 */
export function replaceSections(page: string, sections: Sections): string {
  const written = new Set<string>();
  const replaced = page.replaceAll(
    /^(<!-- begin ([a-z-]+)\b.*-->\n).*?^(<!-- end \2 -->)$/gms,
    (_, begin: string, name: string, end: string) => {
      const text = sections[name];
      if (text === undefined) throw new Error(`nobody writes the section ${name}`);
      written.add(name);
      return `${begin}\n${text}\n\n${end}`;
    },
  );
  const missing = Object.keys(sections).filter((name) => !written.has(name));
  if (missing.length > 0) throw new Error(`the page has no section ${missing.join(", ")}`);
  return replaced;
}
