/** A wrong option: the host shows its message and ends with the exit code for wrong usage. */
export class OptionError extends Error {
  readonly option: string;
  readonly value: string;
  readonly expected: string;

  constructor(option: string, value: string, expected: string) {
    super(`${option}: "${value}" is not usable. Give ${expected}.`);
    this.name = "OptionError";
    this.option = option;
    this.value = value;
    this.expected = expected;
  }
}
