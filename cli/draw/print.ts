import type { TextBlock } from "../../engine/index.ts";
import type { Io } from "../io.ts";
import { drawBlocks, textWidth } from "./draw-blocks.ts";
import { paintWith, wantsColour } from "./paint.ts";

/** Prints blocks of text on standard output, as wide and as colourful as the terminal allows. */
export function printText(blocks: readonly TextBlock[], values: { readonly color: boolean }, io: Io): void {
  const paint = paintWith(wantsColour(io.stdout, io, values.color));
  io.stdout.write(drawBlocks(blocks, textWidth(io.stdout.columns), paint));
}

/** Prints the one JSON document of a run on standard output. */
export function printJson(document: unknown, io: Io): void {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
