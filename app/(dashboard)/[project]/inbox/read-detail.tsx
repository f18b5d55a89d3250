import type { ProjectPage } from "#app/(dashboard)/read-page.ts";
import { drawMarkdown } from "#app/(dashboard)/within-budget.ts";
import { AnswerDetail } from "#components/dashboard/inbox/answer-detail.tsx";
import { HistoryCard } from "#components/dashboard/inbox/history-card.tsx";
import { ProblemDetail } from "#components/dashboard/inbox/problem-detail.tsx";
import { RelatedCard } from "#components/dashboard/inbox/related-card.tsx";
import type { ShownDetail } from "#components/dashboard/inbox/use-shown-item.ts";
import { ReviewScore } from "#components/dashboard/scores/review-score.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { type InboxRef, inboxItemId } from "#lib/domain/inbox.ts";
import { readShownInteraction } from "#lib/observe/interactions/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { ProjectMember } from "#lib/platform/projects/list-members.ts";
import { type InboxDetail, listInbox, readInboxItem } from "#lib/use-cases/inbox/list-inbox.ts";
import { promptVersions } from "#lib/use-cases/inbox/prompt-versions.ts";
import { showEdits } from "../interactions/[id]/show-edits.ts";
import { inboxAddress } from "./read-query.ts";

/** How many related items are shown. */
const RELATED = 5;

/** What is shown of an item; null where it is gone. */
export async function readDetail(
  page: ProjectPage,
  item: InboxRef,
  members: readonly ProjectMember[],
): Promise<(ShownDetail & { item: InboxDetail }) | null> {
  const found = await readInboxItem(page.filter.projectId, item).catch((error: unknown) => {
    if (error instanceof Problem && error.code === "not_found") return null;
    throw error;
  });
  if (!found) return null;
  const template = found.answer?.promptTemplate ?? null;
  const [about, related, versions] = await Promise.all([
    readAbout(page, found),
    readRelated(page, found),
    template === null ? [] : promptVersions(page.filter.projectId, template),
  ]);
  const node = (
    <Stack>
      {about}
      {related}
      <HistoryCard history={found.history} members={members} tz={page.tz} />
    </Stack>
  );
  return {
    id: inboxItemId(item),
    node,
    prompt: template === null ? null : { template, versions },
    item: found,
  };
}

/** What the item is about. */
const readAbout = async (page: ProjectPage, { problem, ref }: InboxDetail) =>
  problem ? <ProblemDetail problem={problem} base={page.base} tz={page.tz} /> : readAnswer(page, ref);

async function readAnswer(page: ProjectPage, id: string) {
  const { projectId } = page.filter;
  const interaction = await readShownInteraction(projectId, id, null);
  if (!interaction) return null;
  const [html, edits, scores] = await Promise.all([
    drawMarkdown(interaction.response.text, `response-${id}`),
    showEdits(projectId, interaction, null),
    can(page.access.role, "label") ? listScores(projectId) : [],
  ]);
  return (
    <AnswerDetail
      interaction={interaction}
      html={html}
      edits={edits}
      base={page.base}
      tz={page.tz}
      review={<ReviewScore {...{ projectId, interactionId: id, scores }} />}
    />
  );
}

/** Open items of the same prompt version, or of the same feature. */
async function readRelated(page: ProjectPage, { answer, ref }: InboxDetail) {
  if (!answer) return null;
  const { promptTemplate, promptVersion, featureName } = answer;
  const isOfPrompt = promptTemplate !== null && promptVersion !== null;
  const like = isOfPrompt
    ? { prompt_template: promptTemplate, prompt_version: promptVersion }
    : { feature: featureName };
  const { data } = await listInbox(page.filter.projectId, { state: "open", ...like }, { limit: RELATED + 1 });
  return (
    <RelatedCard
      note={
        isOfPrompt
          ? `Open, answered by ${promptTemplate} ${promptVersion}`
          : `Open, answered by ${featureName}`
      }
      lines={data.filter((line) => line.ref !== ref).slice(0, RELATED)}
      addressOf={(id) => inboxAddress(page, { item: id })}
      tz={page.tz}
    />
  );
}
