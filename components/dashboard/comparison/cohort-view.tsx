import { UsersRound } from "lucide-react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { CohortKind } from "#lib/domain/dimensions.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { rowLinks } from "../url/row-links.ts";
import { type KindLabels, kindLabels } from "./cohort-names.ts";
import { ComparisonCard } from "./comparison-card.tsx";
import { ComparisonName } from "./comparison-name.tsx";
import type { ComparisonRow } from "./comparison-row.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { responseDoubts } from "./response-doubts.ts";

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

/** The cohorts of a kind, each compared with the others, sorted by how certain the difference is. */
export function CohortView({ kind, rows, all, withheld, least, base, search }: CohortViewProps) {
  const words = kindLabels[kind];
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
        title={`${words.title} compared with ${OTHERS}`}
        note="Share of thumbs up with 95% confidence interval. Dashed line: all answers."
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
  words: KindLabels;
  /** How many thumbs a cohort needs, where there are cohorts with fewer. */
  least: number | null;
}

function NoCohorts({ kind, words, least }: NoCohortsProps) {
  return (
    <Card>
      {least === null ? (
        <EmptyState icon={UsersRound} title={`No ${words.many} in this period`}>
          Log interactions with <code className="font-mono text-xs">{kind}</code> to compare {words.many}.
        </EmptyState>
      ) : (
        <EmptyState icon={UsersRound} title={`No ${words.one} has at least ${least} thumbs`}>
          Choose a longer period or fewer filters.
        </EmptyState>
      )}
    </Card>
  );
}

interface CohortWithheldProps {
  count: number;
  words: KindLabels;
  /** With fewer thumbs than this a cohort is withheld. */
  least: number;
  base: string;
}

/** How many small cohorts are hidden, why, and where to change the minimum. */
function CohortWithheld({ count, words, least, base }: CohortWithheldProps) {
  return (
    <Notice>
      {formatCountOf(count, words.one, words.many)} with fewer than {least} thumbs{" "}
      {count === 1 ? "is" : "are"} hidden, so that individuals cannot be identified and small samples do not
      mislead. Their ratings still count in the total.{" "}
      <Link href={`${base}/settings`} className="underline underline-offset-3">
        Change the minimum
      </Link>
    </Notice>
  );
}
