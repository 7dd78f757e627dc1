import { describe, expect, it } from "vitest";
import type { Quirk } from "../../../src/quirk.ts";
import { ionosQuirks } from "../../../src/ionos/ionos-quirks.ts";
import { ionosUnmodelledFacts } from "../../../src/ionos/quirk/unmodelled-facts.ts";
import { groupWitnesses } from "./group-witnesses.ts";
import { readWitnesses } from "./read-witnesses.ts";
import { requestWitnesses } from "./request-witnesses.ts";
import { ruleWitnesses } from "./rule-witnesses.ts";
import { createWorld, type World } from "./witness.ts";
import type { IonosOptions } from "../../../src/index.ts";

interface AnyWitness {
  readonly options?: IonosOptions;
  readonly observe: (world: World) => Promise<unknown>;
  readonly wanted: Readonly<Record<string, unknown>>;
}

const witnesses: Readonly<Record<string, AnyWitness>> = {
  ...ruleWitnesses,
  ...groupWitnesses,
  ...requestWitnesses,
  ...readWitnesses,
};
const quirks: readonly (readonly [string, Quirk])[] = Object.entries(ionosQuirks);

it("every quirk has a witness, and every witness a quirk", () => {
  expect(Object.keys(witnesses)).toEqual(Object.keys(ionosQuirks));
});

describe.each(quirks)("%s", (name, quirk) => {
  const witness = witnesses[name];
  const options = witness?.options;

  it("has its default among its values, each of them once, and a fact that says where it is from", () => {
    expect(quirk.values).toContain(quirk.default);
    expect(new Set(quirk.values).size).toBe(quirk.values.length);
    expect(quirk.values.length).toBeGreaterThan(1);
    expect(quirk.fact).toMatch(/^.{40,}\.$/);
  });

  it("looks different under each value", () => {
    const seen = quirk.values.map((value) => JSON.stringify(witness?.wanted[value], (_, part) => part ?? null));
    expect(new Set(seen).size).toBe(quirk.values.length);
    expect(seen).not.toContain(undefined);
  });

  it.each(quirk.values.map((value) => [value]))("%s", async (value) => {
    const world = createWorld({ ...options, quirks: { ...options?.quirks, [name]: value } });
    expect(await witness?.observe(world)).toEqual(witness?.wanted[value]);
  });

  it("has the default when nothing is said", async () => {
    expect(await witness?.observe(createWorld({ ...options }))).toEqual(witness?.wanted[quirk.default]);
  });
});

it("what is not modelled says why", () => {
  for (const { fact, reason } of ionosUnmodelledFacts) {
    expect(fact).toMatch(/\.$/);
    expect(reason).toMatch(/\.$/);
  }
});
