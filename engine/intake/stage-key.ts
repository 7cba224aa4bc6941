import { foldTight } from "./fold.ts";

const NUMBER_IN_FRONT = /^\s*\(?(\d{1,3})\s*(?:%\s*[-–.:)|]?|[.):|–-]+|(?<=0\d)\s)\s*(?=\p{L})/u;
const SHARE_BEHIND = /\s*[-–(]\s*\d{1,3}\s*%\s*\)?\s*$/;
const BRACKETS_BEHIND = /\s*\(([^()]*)\)\s*$/;
const LONGEST_STAGE = 200;

/**
 * The number in front of a stage (`3. Proposal`, `50% - Proposal`), or null.
 * @example numberInFront("3. Proposal") // => 3
 * @example numberInFront("3D review") // => null
 */
export function numberInFront(stage: string): number | null {
  const match = NUMBER_IN_FRONT.exec(stage.slice(0, LONGEST_STAGE));
  return match ? Number(match[1]) : null;
}

/**
 * A stage without the number in front, a percentage behind, and the pipeline in brackets that HubSpot adds.
 * @example bareStage("50% - Proposal", []) // => "Proposal"
 * @example bareStage("Proposal (Sales Pipeline)", []) // => "Proposal"
 * @example bareStage("Proposal (draft)", []) // => "Proposal (draft)"
 */
export function bareStage(stage: string, pipelines: readonly string[]): string {
  const bare = stage.slice(0, LONGEST_STAGE).replace(NUMBER_IN_FRONT, "").replace(SHARE_BEHIND, "");
  const bracket = BRACKETS_BEHIND.exec(bare)?.[1];
  const isPipeline =
    bracket !== undefined &&
    (/pipeline|pijplijn|funil|embudo/i.test(bracket) ||
      pipelines.some((name) => foldTight(name) === foldTight(bracket)));
  return (isPipeline ? bare.replace(BRACKETS_BEHIND, "") : bare).trim() || stage.trim();
}
