/** What a template may name, and its value for the deal at hand; "" where the sheet says nothing. */
export type Fields = ReadonlyMap<string, string>;

/** Why a template could not be filled in. */
export interface UnfilledField {
  readonly field: string;
  /** The template names something that no deal has; else this deal's cell is blank. */
  readonly isUnknown: boolean;
}

export type Filled = { readonly text: string } | { readonly unfilled: UnfilledField };

const FIELD = /\{([^{}\n]{1,40})\}/g;

/**
 * A text with its fields filled in. A field without a value is an error, never an empty greeting.
 * @example fillTemplate("Hello {owner}", new Map([["owner", "Ada"]])) // => { text: "Hello Ada" }
 * @example fillTemplate("Hello {owner}", new Map([["owner", ""]])) // => { unfilled: { field: "owner", isUnknown: false } }
 * @example fillTemplate("Hello {boss}", new Map()) // => { unfilled: { field: "boss", isUnknown: true } }
 */
export function fillTemplate(template: string, fields: Fields): Filled {
  let unfilled: UnfilledField | null = null;
  const text = template.replace(FIELD, (whole, name: string) => {
    const field = name.trim().toLowerCase();
    const value = fields.get(field) ?? "";
    if (value === "") unfilled = unfilled ?? { field, isUnknown: !fields.has(field) };
    return value === "" ? whole : value;
  });
  return unfilled === null ? { text } : { unfilled };
}
