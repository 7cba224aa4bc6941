import { ZipPackage } from "../../cli/xlsx/zip-package.ts";
import { type OutgoingPart, writeZip } from "../../cli/xlsx/zip-writer.ts";
import type { RandomSource } from "../../engine/stats/random.ts";
import { mutateXml, pick } from "./mutate-xml.ts";

type PackageMutation = (file: Buffer, random: RandomSource) => Buffer;

const HOSTILE_NAMES = [
  "../escape.xml",
  "/xl/workbook.xml",
  "XL/WORKBOOK.XML",
  "xl\\styles.xml",
  "a\u0000b",
  "__proto__",
];
/** Sizes that a part does not have, and ways of packing that it was not packed in. */
const LIES = [0, 1, 0xffff, 0x7fffffff, 0xffffffff];
const OTHER_METHODS = [0, 1, 9, 12, 0xffff];

const ON_BYTES: readonly PackageMutation[] = [
  (file, random) => {
    const damaged = Buffer.from(file);
    for (let left = 1 + random.below(20); left > 0; left--)
      damaged[random.below(damaged.length)] = random.below(256);
    return damaged;
  },
  (file, random) => file.subarray(0, random.below(file.length)),
  (file, random) => file.subarray(random.below(file.length)),
  (file, random) => {
    const from = random.below(file.length);
    const piece = file.subarray(from, from + random.below(2_000));
    return Buffer.concat([file.subarray(0, from), piece, piece, file.subarray(from)]);
  },
  (file) => Buffer.concat([file, file]),
  (file, random) => Buffer.concat([file, Buffer.alloc(random.below(70_000), random.below(256))]),
];

const ON_PARTS: readonly PackageMutation[] = [
  (file, random) => rewritten(file, (parts) => parts.filter((_, index) => index !== at(parts, random))),
  (file, random) => rewritten(file, (parts) => [...parts, pick(parts, random)]),
  (file, random) =>
    rewritten(file, (parts) => {
      const [first, second] = [pick(parts, random), pick(parts, random)];
      return parts.map((part) =>
        part === first
          ? renamed(second, nameOf(first))
          : part === second
            ? renamed(first, nameOf(second))
            : part,
      );
    }),
  (file, random) =>
    rewritten(file, (parts) =>
      changeOne(parts, random, (part) => renamed(part, pick(HOSTILE_NAMES, random))),
    ),
  (file, random) =>
    rewritten(file, (parts) =>
      changeOne(parts, random, (part) => {
        if (!("entry" in part)) return part;
        const lie =
          random.below(2) === 0 ? { method: pick(OTHER_METHODS, random) } : { bytes: pick(LIES, random) };
        return { ...part, entry: { ...part.entry, ...lie } };
      }),
    ),
];

/** Most changes are made where the reader has most to understand: inside the XML. */
const WEIGHTS = { bytes: 1, parts: 2, xml: 7 };

/** A workbook changed as its seed says: the same seed gives the same bytes. */
export function mutatePackage(file: Buffer, random: RandomSource): Buffer {
  const draw = random.below(WEIGHTS.bytes + WEIGHTS.parts + WEIGHTS.xml);
  if (draw < WEIGHTS.bytes) return pick(ON_BYTES, random)(file, random);
  if (draw < WEIGHTS.bytes + WEIGHTS.parts) return pick(ON_PARTS, random)(file, random);
  return withMutatedXml(file, random);
}

function withMutatedXml(file: Buffer, random: RandomSource): Buffer {
  const source = new ZipPackage(file);
  const name = pick(
    source.entries.map((entry) => entry.name).filter((one) => /\.(xml|rels|vml)$/.test(one)),
    random,
  );
  const text = mutateXml(source.read(name).toString("utf8"), random);
  return rewritten(file, (parts) =>
    parts.map((part) => (nameOf(part) === name ? { name, bytes: Buffer.from(text) } : part)),
  );
}

function rewritten(
  file: Buffer,
  change: (parts: readonly OutgoingPart[]) => readonly OutgoingPart[],
): Buffer {
  const source = new ZipPackage(file);
  return writeZip(change(source.entries.map((entry) => ({ entry, packed: source.packed(entry) }))));
}

function changeOne(
  parts: readonly OutgoingPart[],
  random: RandomSource,
  change: (part: OutgoingPart) => OutgoingPart,
): OutgoingPart[] {
  const chosen = at(parts, random);
  return parts.map((part, index) => (index === chosen ? change(part) : part));
}

function at(parts: readonly OutgoingPart[], random: RandomSource): number {
  return random.below(parts.length);
}

function nameOf(part: OutgoingPart): string {
  return "entry" in part ? part.entry.name : part.name;
}

function renamed(part: OutgoingPart, name: string): OutgoingPart {
  return "entry" in part ? { ...part, entry: { ...part.entry, name } } : { ...part, name };
}
