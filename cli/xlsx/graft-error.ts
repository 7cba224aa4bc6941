/** Why nothing can be added to a workbook. */
export type GraftFault = "signed" | "strict" | "protected" | "shared" | "open" | "changed" | "full";

/** `what` follows the file's name; `remedy` says what to do. */
export class GraftError extends Error {
  readonly fault: GraftFault;
  readonly what: string;
  readonly remedy: string;

  constructor(fault: GraftFault) {
    const [what, remedy] = WORDING[fault];
    super(`The file ${what}`);
    this.name = "GraftError";
    this.fault = fault;
    this.what = what;
    this.remedy = remedy;
  }
}

const SEPARATE = "Leave out --into, and the report goes to a workbook of its own.";

const WORDING: Readonly<Record<GraftFault, readonly [what: string, remedy: string]>> = {
  signed: ["bears a digital signature, which any change would break.", SEPARATE],
  strict: [
    "is saved as a Strict Open XML workbook, to which Pipecast adds no sheets.",
    "Save it as an ordinary Excel workbook, or leave out --into.",
  ],
  protected: [
    "has a protected structure: no sheet may be added.",
    "Lift the protection (Review, Protect Workbook), or leave out --into.",
  ],
  shared: [
    "is a shared workbook that records its changes; sheets cannot be added from outside.",
    "Stop sharing it in Excel, or leave out --into.",
  ],
  open: ["is open in another program.", "Close it there, then run again."],
  changed: ["was changed by another program in the meantime; it was left as it is.", "Run again."],
  full: ["has no room for more cell formats.", SEPARATE],
};
