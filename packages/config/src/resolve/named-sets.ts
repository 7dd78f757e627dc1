import { didYouMean } from "../problem/near-miss.ts";
import type { ProblemList } from "../problem/problem-list.ts";
import { checkShape } from "../shape/check-shape.ts";
import { itemsSchema, textSchema } from "../shape/document-schema.ts";
import type { DocumentPath } from "../source/document-path.ts";

/** What an item of a list is: something by itself, wrong, or the name of a set. */
export type Item<Member> =
  | { readonly kind: "members"; readonly members: readonly Member[] }
  | { readonly kind: "wrong"; readonly message: string }
  | { readonly kind: "name" };

/** How one kind of named set (addresses, services) is read. */
export interface SetKind<Member> {
  readonly section: "addresses" | "services";
  /** A set of this kind in words, such as `address set`. */
  readonly title: string;
  readonly readItem: (text: string) => Item<Member>;
  /** Equal for equal members, so that a set holds each of them once. */
  readonly memberKey: (member: Member) => string;
  /** Why a set must not have this name. */
  readonly refuseName: (name: string) => string | undefined;
  /** Names that are known besides those of the document, for suggestions. */
  readonly knownNames: readonly string[];
}

// A chain of names that is longer than this is a mistake, and would exhaust the stack.
const maximumChain = 100;

/** The named sets of one section, with the names within them followed. */
export class NamedSets<Member> {
  readonly #kind: SetKind<Member>;
  readonly #problems: ProblemList;
  readonly #entries = new Map<string, readonly unknown[] | undefined>();
  readonly #written = new Map<string, readonly string[]>();
  /** Members by name; `undefined` for a set that is wrong and already reported. */
  readonly #members = new Map<string, readonly Member[] | undefined>();

  constructor(kind: SetKind<Member>, section: Readonly<Record<string, unknown>>, problems: ProblemList) {
    this.#kind = kind;
    this.#problems = problems;
    for (const [name, value] of Object.entries(section)) {
      const refusal = kind.refuseName(name);
      if (refusal !== undefined) problems.add([kind.section, name], refusal, "key");
      this.#entries.set(name, checkShape(itemsSchema, value, [kind.section, name], problems));
    }
    for (const name of this.#entries.keys()) this.#expand(name, []);
  }

  /** The sets as written, apart from what was wrong. */
  get written(): ReadonlyMap<string, readonly string[]> {
    return this.#written;
  }

  /** Whether the document names a set so. */
  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The members that a text stands for; what is wrong with it becomes a problem at `path`, and then there are none. */
  resolve(text: string, path: DocumentPath): readonly Member[] | undefined {
    return this.#resolve(text, path, []);
  }

  #resolve(text: string, path: DocumentPath, chain: readonly string[]): readonly Member[] | undefined {
    const item = this.#kind.readItem(text);
    if (item.kind === "members") return item.members;
    if (item.kind === "wrong") {
      this.#problems.add(path, item.message);
      return undefined;
    }
    if (!this.#entries.has(text)) {
      const known = [...this.#kind.knownNames, ...this.#entries.keys()];
      this.#problems.add(
        path,
        `"${text}" is not ${this.#kind.title} that this document names${didYouMean(text, known)}`,
      );
      return undefined;
    }
    const start = chain.indexOf(text);
    if (start >= 0) {
      const cycle = [...chain.slice(start), text].join(" → ");
      this.#problems.add(path, `the names go round in a circle: ${cycle}; remove one of them`);
      return undefined;
    }
    if (chain.length >= maximumChain) {
      this.#problems.add(
        path,
        `more than ${maximumChain} names lead here one after the other; list the members themselves`,
      );
      return undefined;
    }
    return this.#expand(text, chain);
  }

  #expand(name: string, chain: readonly string[]): readonly Member[] | undefined {
    if (this.#members.has(name)) return this.#members.get(name);
    const entry = this.#entries.get(name);
    const members = new Map<string, Member>();
    const texts: string[] = [];
    let isRight = entry !== undefined;
    for (const [index, value] of (entry ?? []).entries()) {
      const path = [this.#kind.section, name, index];
      const text = checkShape(textSchema, value, path, this.#problems);
      const inner = text === undefined ? undefined : this.#resolve(text, path, [...chain, name]);
      if (text !== undefined) texts.push(text);
      if (inner === undefined) isRight = false;
      for (const member of inner ?? []) members.set(this.#kind.memberKey(member), member);
    }
    const result = isRight ? [...members.values()] : undefined;
    this.#members.set(name, result);
    this.#written.set(name, texts);
    return result;
  }
}
