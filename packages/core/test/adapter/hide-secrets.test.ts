import { describe, expect, it } from "vitest";
import { hideInCause, hideSecrets } from "../../src/adapter/hide-secrets.ts";

describe("hideSecrets", () => {
  it.each([
    ["as it is", ['a"b/c'], 'key a"b/c.', "key ***."],
    ["as JSON spells it", ['a"b/c'], 'key "a\\"b/c"', 'key "***"'],
    ["as a URL spells it", ['a"b/c'], "?key=a%22b%2Fc", "?key=***"],
    ["more than once, and each of several", ["one", "two"], "one two one", "*** *** ***"],
    ["with another secret in it", ["key", "keyring"], "keyring key", "*** ***"],
    ["where a URL cannot spell it", ["a\ud800b"], "key a\ud800b", "key ***"],
    ["not where it is empty", [""], "key", "key"],
  ])("hides a secret %s", (_, secrets, text, clean) => {
    expect(hideSecrets(secrets)(text)).toBe(clean);
  });
});

describe("hideInCause", () => {
  const hide = hideSecrets(["key"]);

  it("tells name, message, code and causes, and nothing that hangs on the error", () => {
    const cause = Object.assign(new TypeError("with key"), { code: "E_key", request: "key" });
    const told = hideInCause(new Error("outer", { cause }), hide);
    expect(told?.message).toBe("outer");
    expect(told?.cause).toMatchObject({ name: "TypeError", message: "with ***", code: "E_***" });
    expect(told?.cause).not.toHaveProperty("request");
  });

  it("tells the parts where only they say why", () => {
    expect(hideInCause(new AggregateError([new Error("no key"), new Error("no route")]), hide)?.message).toBe(
      "no ***; no route",
    );
  });

  it("ends where causes lead in a circle", () => {
    const one = new Error("one");
    one.cause = new Error("other", { cause: one });
    expect(hideInCause(one, hide)?.message).toBe("one");
  });

  it("takes a text for a message, and is undefined for what is neither", () => {
    expect(hideInCause("no key", hide)?.message).toBe("no ***");
    expect(hideInCause({ key: "key" }, hide)).toBeUndefined();
  });
});
