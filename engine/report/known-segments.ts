import { isKnown } from "../basics/figure.ts";
import type { Segment, SegmentKind, Segments } from "../measures/segments.ts";

/** The kinds in the order in which reports show them. */
export const SEGMENT_KINDS: readonly SegmentKind[] = ["owner", "source", "product", "region", "size"];

/**
 * The known segments of a kind; none where there is nothing to compare.
 * @example knownSegments(new Map(), "owner") // => []
 */
export function knownSegments(all: Segments, kind: SegmentKind): readonly Segment[] {
  const found = all.get(kind);
  return found !== undefined && isKnown(found) ? found : [];
}
