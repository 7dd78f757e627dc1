import { describe, expect, it } from "vitest";
import { createUsualDuration, type UsualDuration } from "../../src/operation/usual-duration.ts";

type Look = readonly [missedAt: number | undefined, seenAt: number];

const afterLooks = (...looks: readonly Look[]): UsualDuration => {
  const usual = createUsualDuration();
  for (const [missedAt, seenAt] of looks) usual.learn(missedAt, seenAt);
  return usual;
};

const times = (count: number, look: Look): readonly Look[] => Array.from({ length: count }, () => look);

describe("the usual duration", () => {
  it.each<[string, readonly Look[], number | undefined, number | undefined]>([
    ["nothing is known before the first look", [], undefined, undefined],
    ["an end that was seen at once may have come at any time before", [[undefined, 1_000]], 500, 1_000],
    ["an end between two looks lies between them", [[600, 1_000]], 800, 1_000],
    ["to a tenth is well enough", [[900, 1_000]], 1_000, 1_000],
    ["less than to a tenth is not", [[899, 1_000]], 949.5, 1_000],
    [
      "a look at once that saw the end shows that it comes earlier",
      [
        [600, 1_000],
        [undefined, 800],
      ],
      700,
      800,
    ],
    [
      "a look at once before what is known shows that it comes much earlier",
      [
        [600, 1_000],
        [undefined, 500],
      ],
      500,
      500,
    ],
    [
      "a look in vain shows that it comes later",
      [
        [600, 1_000],
        [800, 1_000],
      ],
      900,
      1_000,
    ],
    [
      "the look at the usual end may have come late",
      [
        [600, 1_000],
        [800, 1_300],
      ],
      900,
      1_000,
    ],
    [
      "one that takes longer is an exception",
      [
        [900, 1_000],
        [1_900, 2_000],
      ],
      1_000,
      1_000,
    ],
    ["so are two", [[900, 1_000], ...times(2, [1_900, 2_000])], 1_000, 1_000],
    ["three are the rule", [[900, 1_000], ...times(3, [1_900, 2_000])], 2_000, 2_000],
    [
      "the shortest of three",
      [
        [900, 1_000],
        [2_900, 3_000],
        [1_900, 2_000],
        [3_900, 4_000],
      ],
      2_000,
      2_000,
    ],
    [
      "three that are not in a row are exceptions",
      [[900, 1_000], ...times(2, [1_900, 2_000]), [undefined, 1_000], ...times(2, [1_900, 2_000])],
      1_000,
      1_000,
    ],
    [
      "so are they with one between that was first looked for in vain",
      [[900, 1_000], ...times(2, [1_900, 2_000]), [950, 1_000], ...times(2, [1_900, 2_000])],
      1_000,
      1_000,
    ],
    [
      "what is the rule now takes three again to be given up",
      [[900, 1_000], ...times(3, [1_900, 2_000]), ...times(2, [3_900, 4_000])],
      2_000,
      2_000,
    ],
    [
      "after seven that came at once it keeps to what it knows",
      [[900, 1_000], ...times(7, [undefined, 1_000])],
      1_000,
      1_000,
    ],
    ["after eight it tries whether they end earlier", [[900, 1_000], ...times(8, [undefined, 1_000])], 750, 1_000],
    ["and goes back when they do not", [[900, 1_000], ...times(8, [undefined, 1_000]), [950, 1_000]], 1_000, 1_000],
  ])("%s", (_, looks, firstLook, end) => {
    const usual = afterLooks(...looks);
    expect([usual.firstLook(), usual.end()]).toEqual([firstLook, end]);
  });
});
