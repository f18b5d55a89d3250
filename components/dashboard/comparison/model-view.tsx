import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { ComparedScore } from "#lib/use-cases/compare-scores.ts";
import { ScoreTable } from "../scores/score-table.tsx";
import { param, type SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { rowLinks } from "../url/row-links.ts";
import { ComparisonCard } from "./comparison-card.tsx";
import { ComparisonName } from "./comparison-name.tsx";
import type { ComparisonRow } from "./comparison-row.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { responseDoubts } from "./response-doubts.ts";
import { AgainstLink } from "./set-reference-link.tsx";
import { wholeRate } from "./whole-rate.ts";

interface ModelViewProps {
  rows: readonly ComparisonRow[];
  /** In the order of the rows. */
  scores: readonly ComparedScore[];
  base: string;
  search: SearchParams;
  /** Below the comparison. */
  children?: ReactNode;
}

const DRAWN = "Share of thumbs up with 95% confidence interval";

/** The models, each compared with the reference model. */
export function ModelView({ rows, scores, base, search, children }: ModelViewProps) {
  const against = rows.find(({ difference }) => difference === null)?.name ?? "";
  const doubts = responseDoubts(rows, against);
  const linksOf = ({ key, interactions }: ComparisonRow) =>
    rowLinks({ base, search }, { model: key }, interactions);
  const thumbsOf = ({ key, positive }: ComparisonRow) =>
    listTarget({ base, search }, { filters: { model: key }, rating: "thumbs" }, positive.n);
  return (
    <Stack>
      {doubts && <Notice tone="warn">{doubts}</Notice>}
      <ComparisonCard
        title="Positive rate by model"
        note={noteOf(rows.length, param(search, "feature"))}
        fileName="models"
        of="Model"
        rows={rows}
        whole={wholeRate(rows)}
        against={against}
        thumbsOf={thumbsOf}
        nameOf={(row) => <ComparisonName name={row.name} links={linksOf(row)} />}
        actionOf={
          rows.length > 1
            ? (row) => (
                <AgainstLink
                  name={row.name}
                  isReference={row.difference === null}
                  href={linkWithFilters(`${base}/models`, search, { against: row.key })}
                />
              )
            : undefined
        }
      />
      <ComparisonTable of="Model" rows={rows} fileName="models-figures" />
      <ScoreTable
        of="Model"
        rows={rows.map(({ key, name }) => ({ name, filters: { model: key } }))}
        {...{ scores, base, search }}
        against={rows.length > 1 ? against : null}
        fileName="models-scores"
      />
      {children}
    </Stack>
  );
}

/** What is drawn, and that models with other work to do are not quite comparable. */
function noteOf(models: number, feature: string | undefined): string {
  if (models < 2) return `${DRAWN}.`;
  const drawn = `${DRAWN}. Dashed line: all models.`;
  return feature ? drawn : `${drawn} Filter by one feature to compare like with like.`;
}
