import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { drawMarkdown } from "#app/(dashboard)/within-budget.ts";
import { lookAddress } from "#components/dashboard/inbox/look-address.ts";
import { LookTimer } from "#components/dashboard/inbox/look-timer.tsx";
import { InteractionView } from "#components/dashboard/interactions/detail/interaction-view.tsx";
import { ReviewScore } from "#components/dashboard/scores/review-score.tsx";
import { param } from "#components/dashboard/url/address.ts";
import { listQuery } from "#components/dashboard/url/list-link.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { listNeighbours, readSessionPlace, readShownInteraction } from "#lib/observe/interactions/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { listShadows } from "#lib/observe/shadows/index.ts";
import { can } from "#lib/platform/auth/permissions.ts";
import { listFilter } from "../list-filter.ts";
import { showEdits } from "./show-edits.ts";
import "#whetstone/styles.css";

/** How many shadow answers of an interaction are shown. */
const SHADOWS_SHOWN = 10;

export const metadata: Metadata = { title: "Interaction" };

interface InteractionPageProps extends ProjectPageProps {
  params: Promise<{ project: string; id: string }>;
}

/** One answer with its context, its feedback and its session. */
export default async function InteractionPage(props: InteractionPageProps) {
  const [page, { id }] = await Promise.all([readPage(props), props.params]);
  const { projectId } = page.access.project;
  const asked = idSchema.safeParse(decodeURIComponent(id));
  const whole = param(page.search, "whole") ?? null;
  const interaction = asked.success ? await readShownInteraction(projectId, asked.data, whole) : null;
  if (!interaction) notFound();
  const { interactionId, sessionId, createdAt: at } = interaction;
  const [beside, session, html, edits, scores, shadows] = await Promise.all([
    listNeighbours(projectId, listFilter(page), { at, id: interactionId }),
    sessionId === null ? null : readSessionPlace(projectId, sessionId, { at, id: interactionId }),
    drawMarkdown(interaction.response.text, "response"),
    showEdits(projectId, interaction, whole),
    can(page.access.role, "label") ? listScores(projectId) : [],
    listShadows(projectId, { shadow_of: interactionId, limit: SHADOWS_SHOWN }),
  ]);
  return (
    <>
      <LookTimer key={interactionId} url={lookAddress(projectId, { kind: "answer", ref: interactionId })} />
      <InteractionView
        interaction={interaction}
        html={html}
        edits={edits}
        whole={whole}
        base={page.base}
        tz={page.tz}
        query={listQuery(page.search)}
        beside={beside}
        session={session}
        shadows={shadows.data}
        review={<ReviewScore {...{ projectId, interactionId, scores }} />}
      />
    </>
  );
}
