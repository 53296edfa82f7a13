/**
 * An amount of money without floating point: `1150000` micros of `USD` are $1.15.
 *
 * @public
 */
export interface Money {
  readonly amountMicros: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}
