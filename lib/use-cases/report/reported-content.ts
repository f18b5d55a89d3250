import { readInputs } from "#lib/act/bench/index.ts";
import { type PromptContent, readVersions, recoverTemplate } from "#lib/act/prompts/index.ts";
import { listInteractions } from "#lib/observe/interactions/index.ts";

/** What a version says, as far as that is known here. */
export interface ReportedContent {
  content: PromptContent;
  modelName: string | null;
  modelParams: Record<string, unknown> | null;
  /** Read back from logged prompts and the values of their variables, because the prompt is not managed here. */
  recovered: boolean;
}

/** How many logged prompts are looked at. */
const LOOKED_AT = 20;

/** What a version says: as it is managed here, or read back from what was logged; null where neither tells. */
export async function reportedContent(
  projectId: string,
  template: string,
  version: string,
): Promise<ReportedContent | null> {
  const [managed] = await readVersions(projectId, template, [version]);
  if (managed) {
    const { content, modelName, modelParams } = managed;
    return { content, modelName, modelParams, recovered: false };
  }
  const { data } = await listInteractions(projectId, {
    ...{ promptTemplate: template, promptVersion: version, limit: LOOKED_AT },
  });
  const content = recoverTemplate(
    await readInputs(
      projectId,
      data.map(({ interactionId }) => interactionId),
    ),
  );
  return content === null ? null : { content, modelName: null, modelParams: null, recovered: true };
}
