/** An amount in one currency. Two currencies are never added without a rate. */
export interface Money {
  readonly amount: number;
  /** ISO 4217 code, or null where the sheet names none. */
  readonly currency: string | null;
}
