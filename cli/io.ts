import type { Day } from "../engine/index.ts";

/** Where text goes, and what stands behind it. */
export interface Output {
  write(text: string): void;
  /** A person looks at it on a terminal: colour and progress make sense. */
  readonly isTTY: boolean;
  /** Characters a line; absent where nobody says. */
  readonly columns?: number;
}

/** All that the command line knows of the world: tests hand in their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file of the program, for a thread of its own; absent where it does not lie in one. */
  readonly program?: string;
  /** The day on the person's calendar. */
  today(): Day;
}
