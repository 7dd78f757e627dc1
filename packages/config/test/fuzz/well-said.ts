import { expect } from "vitest";
import { InvalidDocumentError } from "../../src/index.ts";

/** What a message holds only when something was put into it that is not for people. */
const blunders = /\[object |undefined|\bNaN\b|\bfunction\b|=>|\n\s+at .*(?:\.[jt]s|node:\S+):\d+:\d+/;

/**
 * Runs a read that may only succeed, or refuse with a code, and for each problem a place and a sentence; whether it was right. What was
 * fed to it must not hold such a blunder itself.
 */
export function isReadOrWellRefused(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof InvalidDocumentError)) throw error;
    expect(error.code).toBe("invalid-document");
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { message, place } of error.problems) {
      expect(message.length).toBeGreaterThan(5);
      expect(message.length).toBeLessThan(1200);
      expect(message).not.toMatch(blunders);
      expect(place.file).toMatch(/^d\./);
    }
    return false;
  }
}
