import type { Analysis } from "../../analysis.ts";
import type { Segment, SegmentKind } from "../../measures/segments.ts";
import type { Stage } from "../../pipeline/pipeline.ts";
import { knownSegments } from "../known-segments.ts";
import { segmentName } from "../wording/segments.ts";
import { intervalJson, known, stageName } from "./values.ts";

/** Owners, sources, products, regions and sizes side by side. */
export function segmentsJson({ advice, currency, pipeline }: Analysis) {
  const of = (kind: SegmentKind) =>
    knownSegments(advice.segments, kind).map((segment) => segmentJson(segment, currency, pipeline.stages));
  return {
    owner: of("owner"),
    source: of("source"),
    product: of("product"),
    region: of("region"),
    size: of("size"),
  };
}

function segmentJson(segment: Segment, currency: string | null, stages: readonly Stage[]) {
  const { deals, open, won, lost, wonAmount, openAmount, seenWinRate, winRate, cycleDays, band } = segment;
  return {
    value: segmentName(segment, currency),
    ...(band === null ? {} : { above: band.lower, upTo: band.upper }),
    deals,
    open,
    won,
    lost,
    wonAmount,
    openAmount,
    seenWinRate: known(seenWinRate),
    winRate: intervalJson(winRate),
    medianCycleDays: known(cycleDays),
    conversion: segment.conversions.map((figure, stage) => ({
      stage: stageName(stages, stage),
      conversion: intervalJson(figure),
    })),
  };
}
