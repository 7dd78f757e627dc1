/** The way from the top of a document to one of its values. */
export type DocumentPath = readonly (string | number)[];

const plainKey = /^[\p{L}\p{N}_-]+$/u;

/** The path as people write it: `groups.web.ingress[0].from`, with other keys quoted: `groups["a.b"]`. */
export function formatPath(path: DocumentPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    if (!plainKey.test(step)) return `${text}[${JSON.stringify(step)}]`;
    return text === "" ? step : `${text}.${step}`;
  }, "");
}
