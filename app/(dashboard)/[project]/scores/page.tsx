import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { PreferenceCard } from "#components/dashboard/preferences/preference-card.tsx";
import { ScoreCard } from "#components/dashboard/scores/score-card.tsx";
import { scoreChange } from "#components/dashboard/scores/score-change.ts";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { scoresBeside } from "#lib/use-cases/compare-scores.ts";
import { readPreferences } from "#lib/use-cases/read-preferences.ts";
import { readScores, type ScoreRow } from "#lib/use-cases/read-scores.ts";

export const metadata: Metadata = { title: "Scores" };

/** The named scores of a project: ratings of answers and sessions by users and its server, in addition to thumbs and stars. */
export default async function ScoresPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Scores"
      note="Your own measures, each reported separately, and preferences between two answers. Reviewer feedback is excluded."
      skeleton={<TableSkeleton rows={6} />}
    >
      <Scores page={page} />
    </ProjectFrame>
  );
}

async function Scores({ page }: { page: ProjectPage }) {
  const { filter, base, search } = page;
  const { reference } = page;
  const [rows, { models, promptVersions }, changed] = await Promise.all([
    readScores(filter),
    readPreferences(filter),
    reference ? scoresBeside(filter, reference.filter) : [],
  ]);
  const changeOf = ({ definition: { name }, target }: ScoreRow) => {
    const score = changed.find((each) => each.definition.name === name && each.target === target);
    return reference && score ? scoreChange(score.now, score.before, score.label, reference.kind) : null;
  };
  if (rows.length === 0 && models.length === 0 && promptVersions.length === 0)
    return <NothingInWindow page={page} path={`${base}/scores`} />;
  return (
    <Stack>
      {rows.map((row) => (
        <ScoreCard
          key={`${row.definition.name} ${row.target}`}
          row={row}
          change={changeOf(row)}
          base={base}
          search={search}
        />
      ))}
      <PreferenceCard by="model" rows={models} base={base} search={search} />
      <PreferenceCard by="prompt" rows={promptVersions} base={base} search={search} />
    </Stack>
  );
}
