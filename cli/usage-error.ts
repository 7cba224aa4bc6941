/** Wrong usage: the command line cannot be followed as typed. */
export class UsageError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(what);
    this.name = "UsageError";
    this.remedy = remedy;
  }
}
