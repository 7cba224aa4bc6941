/** One word of the report, explained. Every cell is a sentence or two that a sales manager can read. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
  readonly computed: string;
  readonly denominator: string;
  readonly openDeals: string;
  readonly source: string;
}
