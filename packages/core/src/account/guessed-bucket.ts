import { minuteMs } from "./allowance.ts";
import { leastLimit, plateauMs, type Guess, type Load, type Refusal } from "./guess.ts";

/** Requests that were accepted between two moments. */
interface Span {
  readonly since: number;
  /** Counted are those that were sent after this one. */
  readonly after: number;
  /** How much the bucket can have held at its beginning: hardly one, or all it can hold. */
  readonly held: "nothing" | "all";
  readonly count: number;
  readonly until: number;
}

/** What a refusal other than the first tells. */
interface Measured {
  readonly spans: readonly Span[];
  /** The last request that was sent by then. */
  readonly lastSent: number;
  /** The rate until then. */
  readonly before: number;
}

const stageMs = 5_000;
/** Longer, so that a bucket that was guessed well is measured well. */
const firstStageMs = 15_000;

/**
 * A bucket that fills up steadily, of unknown size and rate. The first refusal tells only what both come to together, so it is taken to
 * hold what it gives in a minute; after 15 seconds the rate is doubled every five seconds until the second one, as most buckets are smaller.
 * Between two refusals, at each of which it was empty, as much was accepted as had come in, if it was never full meanwhile: that tells the rate, which is
 * kept to for ten minutes and, after each further refusal, twice as long. When it may have been full the rate is known roughly, and tried again after a minute.
 */
export function createGuessedBucket(load: Load, first: Refusal): Guess {
  const loadMs = first.time - load.since;
  let loadCount = load.count;
  /** Requests in a millisecond. */
  let rate = 0;
  let tokens = 0;
  let filledAt = 0;
  let isReached = false;
  let nextStage = 0;
  let plateau = plateauMs;
  let lastSent = first.lastSent;
  /** From the last refusal on, and from the beginning of each stage since. */
  let spans: readonly Span[] = [];
  let measured: Measured | undefined;

  const size = (): number => Math.max(1, loadCount - 1 - rate * loadMs);

  /** What came in at least, as the bucket was empty in the end. A token may have been on its way; what it held is in the load, less what came in during that. */
  function rateOf({ since, until, held, count }: Span): number {
    if (held === "nothing") return (count - 1) / (until - since);
    return until - since > loadMs ? (count - 1 - loadCount) / (until - since - loadMs) : 0;
  }

  /** A minute's requests and what came in during the load. */
  const supposed = (): number => loadCount / (minuteMs + loadMs);

  /** Whether what was supposed is as good as what was measured. */
  function isConfirmed(spans: readonly Span[]): boolean {
    return supposed() > leastOf(spans) && supposed() <= mostOf(spans);
  }

  const leastOf = (spans: readonly Span[]): number => Math.max(...spans.map(rateOf));

  /** A fifth less when nothing lower was measured, as others may use the account. */
  function slower({ spans, before }: Measured): number {
    const rate = isConfirmed(spans) ? supposed() : leastOf(spans);
    return rate < before ? rate : before * 0.8;
  }

  /** Whether the bucket was hardly ever full since the refusal before: that time tells more than the time since some stage, at whose beginning it may have held any number. */
  function isExact([sinceRefusal, ...sinceStages]: readonly Span[]): boolean {
    if (sinceRefusal === undefined || sinceRefusal.count < leastLimit) return false;
    return rateOf(sinceRefusal) >= leastOf(sinceStages);
  }

  function learn(): void {
    const learned = measured === undefined ? supposed() : slower(measured);
    rate = Math.max(leastLimit / minuteMs, learned);
  }

  function begin({ sentAt, time, retryAfterMs = 0, lastSent: after }: Refusal, keepMs: number): void {
    learn();
    tokens = 0;
    filledAt = time + retryAfterMs;
    isReached = false;
    nextStage = filledAt + keepMs;
    spans = [{ since: sentAt, after, held: "nothing", count: 0, until: time }];
  }

  function renew(time: number): void {
    if (isReached && time >= nextStage) {
      isReached = false;
      rate *= 2;
      nextStage = time + stageMs;
      spans = [...spans, { since: time, after: lastSent, held: "all", count: 0, until: time }];
    }
    if (time <= filledAt) return;
    tokens = Math.min(size(), tokens + (time - filledAt) * rate);
    filledAt = time;
  }

  begin(first, firstStageMs);
  return {
    kind: "bucket",
    wait(time) {
      renew(time);
      if (tokens >= 1) return 0;
      isReached = true;
      return filledAt - time + (1 - tokens) / rate;
    },
    spend(sequence) {
      lastSent = sequence;
      tokens--;
    },
    accept(sequence, _sentAt, time) {
      if (sequence <= first.lastSent) loadCount++;
      if (measured !== undefined && sequence <= measured.lastSent) {
        measured = { ...measured, spans: measured.spans.map((span) => counted(span, sequence, time)) };
      } else spans = spans.map((span) => counted(span, sequence, time));
      if (sequence <= (measured ?? first).lastSent) learn();
    },
    refuse(refusal) {
      const ended = spans.map((span) => ({ ...span, until: Math.max(span.until, refusal.sentAt) }));
      measured = { spans: ended, lastSent: refusal.lastSent, before: rate };
      const keepMs = isConfirmed(ended) || isExact(ended) ? plateau : minuteMs;
      if (keepMs === plateau) plateau *= 2;
      begin(refusal, keepMs);
    },
    spacing(time) {
      renew(time);
      return tokens > size() / 2 ? 0 : 1 / rate;
    },
  };
}

const counted = (span: Span, sequence: number, time: number): Span =>
  sequence > span.after ? { ...span, count: span.count + 1, until: time } : span;

/** What came in at most since the refusal before. */
function mostOf([span]: readonly Span[]): number {
  return span === undefined ? Infinity : (span.count + 1) / (span.until - span.since);
}
