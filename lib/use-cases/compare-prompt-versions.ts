import { againstReference, type Compared } from "../decide/comparisons/index.ts";
import {
  type MetricFilter,
  type PromptVersionRow,
  promptVersions,
  type Spreads,
} from "../evaluate/metrics/index.ts";

/** A prompt version beside the one that it is compared with. */
export type ComparedPromptVersion = Compared<PromptVersionRow>;

/** Which prompt version others are compared with. */
export type PromptReference = Pick<PromptVersionRow, "promptTemplate" | "promptVersion">;

/**
 * The window's prompt versions side by side, the one with most answers first. Each is compared within its template,
 * as different prompts do different work: with `against` where that is of the template, else with the version that
 * has most thumbs.
 */
export async function comparePromptVersions(
  filter: MetricFilter,
  against?: PromptReference,
  spreads: Spreads = {},
): Promise<ComparedPromptVersion[]> {
  const rows = await promptVersions(filter, spreads);
  const compared = [...Map.groupBy(rows, ({ promptTemplate }) => promptTemplate).values()].flatMap((own) =>
    againstReference(
      own,
      ({ promptTemplate, promptVersion }) =>
        promptTemplate === against?.promptTemplate && promptVersion === against?.promptVersion,
    ),
  );
  return compared.sort((one, other) => other.interactions - one.interactions);
}
