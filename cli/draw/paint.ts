import picocolors from "picocolors";
import type { Tone } from "../../engine/index.ts";
import type { Io, Output } from "../io.ts";

/** Colours a text, or leaves it as it is where colour is not wanted. */
export interface Paint {
  readonly tone: (tone: Tone, text: string) => string;
  readonly bold: (text: string) => string;
}

/** Colour makes sense on a terminal whose owner has not declined it (https://no-color.org). */
export function wantsColour(output: Output, io: Io, asked: boolean): boolean {
  const declined = (io.env.NO_COLOR ?? "") !== "" || io.env.TERM === "dumb";
  return asked && !declined && output.isTTY;
}

/** The brush for a host's text. */
export function paintWith(colour: boolean): Paint {
  const colours = picocolors.createColors(colour);
  const brushes: Readonly<Record<Tone, (text: string) => string>> = {
    plain: (text) => text,
    quiet: colours.dim,
    good: colours.green,
    attention: colours.yellow,
    problem: colours.red,
  };
  return { tone: (tone, text) => brushes[tone](text), bold: colours.bold };
}
