import type { RateMeter, RateModel } from "./rate-model.ts";

const aMinuteMs = 60_000;
// A sum of many small refills must not miss a whole token by a rounding error.
const tolerance = 1e-6;

export function createRateMeter(model: RateModel): RateMeter {
  switch (model.kind) {
    case "token-bucket":
      return createTokenBucket(model.capacity, model.perMinute);
    case "fixed-window":
      return createFixedWindow(model.perMinute);
    case "concurrency":
      return createConcurrency(model.maximum, model.workMs ?? 50);
  }
}

function createTokenBucket(capacity: number, perMinute: number): RateMeter {
  let tokens = capacity;
  let at = 0;
  const refill = (now: number): number => {
    tokens = Math.min(capacity, tokens + ((now - at) * perMinute) / aMinuteMs);
    at = now;
    return tokens;
  };
  return {
    perMinute,
    burst: capacity,
    remaining: (now) => Math.floor(refill(now) + tolerance),
    waitMs: (now) => ((1 - refill(now)) * aMinuteMs) / perMinute,
    take: (now) => void (tokens = refill(now) - 1),
    possible: (from, until) => capacity + Math.floor(((until - from) * perMinute) / aMinuteMs + tolerance),
  };
}

function createFixedWindow(perMinute: number): RateMeter {
  let window = Number.NaN;
  let used = 0;
  const windowOf = (time: number): number => Math.floor(time / aMinuteMs);
  const usedAt = (now: number): number => {
    if (windowOf(now) !== window) used = 0;
    window = windowOf(now);
    return used;
  };
  return {
    perMinute,
    burst: perMinute,
    remaining: (now) => perMinute - usedAt(now),
    waitMs: (now) => (windowOf(now) + 1) * aMinuteMs - now,
    take: (now) => void (used = usedAt(now) + 1),
    possible: (from, until) => perMinute * (windowOf(until) - windowOf(from) + 1),
  };
}

function createConcurrency(maximum: number, workMs: number): RateMeter {
  let ends: readonly number[] = [];
  const atWork = (now: number): number => {
    ends = ends.filter((end) => end > now);
    return ends.length;
  };
  return {
    perMinute: undefined,
    burst: maximum,
    remaining: (now) => maximum - atWork(now),
    waitMs: (now) => Math.min(...ends) - now,
    take: (now) => void (ends = [...ends, now + workMs]),
    possible: (from, until) => maximum * (Math.floor((until - from) / workMs) + 1),
  };
}
