/** A minute in milliseconds: what both clouds' limits are counted by. */
export const minuteMs = 60_000;

/** The requests of one account, numbered from 1 in the order of sending. */
export interface Traffic {
  readonly sent: number;
  /** Those that have no answer yet. */
  readonly open: ReadonlySet<number>;
}

/** When the next request may be sent, as far as one source of knowledge tells. Times are steady, in milliseconds. */
export interface Allowance {
  /** How long to wait before the next request, 0 or less when it may be sent. */
  wait(time: number): number;
  /** Called for each request as it is sent. */
  spend(sequence: number, time: number): void;
  /** How far apart requests should be while there is little left; 0 while there is plenty. */
  spacing(time: number): number;
}
