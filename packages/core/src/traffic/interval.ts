/** From `from` on, up to but without `to`. */
export interface Interval<Position> {
  readonly from: Position;
  readonly to: Position;
}
