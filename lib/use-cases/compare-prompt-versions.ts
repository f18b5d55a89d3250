import { againstReference, type Compared } from "../decide/comparisons/index.ts";
import {
  type MetricFilter,
  type PromptVersionRow,
  promptVersions,
  type Spreads,
} from "../evaluate/metrics/index.ts";

/** A prompt version compared with the reference. */
export type ComparedPromptVersion = Compared<PromptVersionRow>;

/** The prompt version to compare others with. */
export type PromptReference = Pick<PromptVersionRow, "promptTemplate" | "promptVersion">;

/**
 * The window's prompt versions, most answers first. Each is compared within its template, because prompts do different
 * work: with `against` if it belongs to the template, otherwise with the version with the most thumbs.
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
