/**
 * What a script may hold of a Google service. Its public methods are the script's; everything else stays
 * behind the membrane. `constants` are the enumerations (`SpreadsheetApp.WrapStrategy`).
 */
export abstract class Service {
  abstract readonly className: string;
  readonly constants: Readonly<Record<string, Readonly<Record<string, string>>>> = {};
}

/** An enumeration whose members are their own names. */
export function enumeration(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
