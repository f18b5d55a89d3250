import { UsersRound } from "lucide-react";
import type { CohortKind, Summary } from "#lib/evaluate/metrics/index.ts";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Stack } from "../ui/stack.tsx";
import type { SearchParams } from "./address.ts";
import { type KindWords, kindWords } from "./cohort-names.ts";
import { CohortWithheld } from "./cohort-withheld.tsx";
import { ComparisonCard } from "./comparison-card.tsx";
import { ComparisonName } from "./comparison-name.tsx";
import type { ComparisonRow } from "./comparison-row.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { listTarget } from "./figure-population.ts";
import { responseDoubts } from "./response-doubts.ts";
import { rowLinks } from "./row-addresses.ts";

interface CohortViewProps {
  kind: CohortKind;
  rows: readonly ComparisonRow[];
  all: Summary;
  withheld: number;
  least: number;
  base: string;
  search: SearchParams;
}

const OTHERS = "all others";

/** The cohorts of a kind, each against the others: what surely differs most first. */
export function CohortView({ kind, rows, all, withheld, least, base, search }: CohortViewProps) {
  const words = kindWords[kind];
  const doubts = responseDoubts(rows, OTHERS);
  const held = withheld > 0 && <CohortWithheld count={withheld} words={words} least={least} base={base} />;
  if (rows.length === 0)
    return (
      <Stack>
        {held}
        <NoCohorts kind={kind} words={words} least={withheld > 0 ? least : null} />
      </Stack>
    );
  const linksOf = ({ key, interactions }: ComparisonRow) =>
    rowLinks({ base, search }, { [kind]: key }, interactions);
  const thumbsOf = ({ key, positive }: ComparisonRow) =>
    listTarget({ base, search }, { filters: { [kind]: key }, rating: "thumbs" }, positive.n);
  return (
    <Stack>
      {doubts && <Notice tone="warn">{doubts}</Notice>}
      <ComparisonCard
        title={`${words.title} against ${OTHERS}`}
        note="Thumbs-up of all thumbs with 95 % interval; dashed: all answers together."
        fileName={words.many}
        of={words.head}
        rows={rows}
        whole={all.positive}
        against={OTHERS}
        thumbsOf={thumbsOf}
        nameOf={(row) => <ComparisonName name={row.name} links={linksOf(row)} />}
      />
      {held}
      <ComparisonTable of={words.head} rows={rows} fileName={`${words.many}-figures`} />
    </Stack>
  );
}

interface NoCohortsProps {
  kind: CohortKind;
  words: KindWords;
  /** How many thumbs a cohort needs, where there are cohorts with fewer. */
  least: number | null;
}

function NoCohorts({ kind, words, least }: NoCohortsProps) {
  return (
    <Card>
      {least === null ? (
        <EmptyState icon={UsersRound} title={`No ${words.many} in this period`}>
          Log interactions with <code className="font-mono text-xs">{kind}</code> to see how content each{" "}
          {words.one} is.
        </EmptyState>
      ) : (
        <EmptyState icon={UsersRound} title={`No ${words.one} has ${least} thumbs or more`}>
          Choose more days, or fewer filters.
        </EmptyState>
      )}
    </Card>
  );
}
