import { RateBar } from "#components/figures/rate-bar.tsx";
import { formatCategory, formatCount, formatCountOf, formatPercent } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import { DataTable } from "#components/ui/tables/data-table.tsx";
import { editKindWords } from "#lib/domain/edit-words.ts";
import type { ProblemEvidence } from "#lib/use-cases/problems/read-problem.ts";
import { interactionAddress } from "../url/list-link.ts";

interface FeedbackCardProps {
  evidence: ProblemEvidence;
  base: string;
}

/** What users say is wrong: categories, comments and corrections. */
export function FeedbackCard({ evidence, base }: FeedbackCardProps) {
  return (
    <Stack>
      <CategoriesCard categories={evidence.categories} />
      <CommentsCard {...{ base }} comments={evidence.comments} />
      {evidence.edits && evidence.edits.length > 0 && <EditsCard edits={evidence.edits} />}
    </Stack>
  );
}

function CategoriesCard({ categories }: Pick<ProblemEvidence, "categories">) {
  return (
    <Card
      title="Categories that stand out"
      note="Of these thumbs down, compared with other answers in the same time; of a problem of all answers, with the time before."
      flush
    >
      {categories.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          No category is more frequent here than elsewhere that the data can show.
        </p>
      ) : (
        <DataTable
          caption="Categories that stand out"
          rows={categories}
          rowKey={({ category }) => category}
          columns={[
            {
              head: "Category",
              rowHead: true,
              cell: ({ category, count }) => (
                <>
                  {formatCategory(category)}{" "}
                  <span className="text-faint text-xs tabular-nums">n = {formatCount(count)}</span>
                </>
              ),
            },
            { head: "Here", numeric: true, cell: ({ share }) => formatPercent(share) },
            { head: "Elsewhere", numeric: true, cell: ({ others }) => formatPercent(others) },
            {
              head: "Lift",
              numeric: true,
              cell: ({ lift, low, high }) => (
                <span className="whitespace-nowrap">
                  {times(lift)} <span className="text-faint text-xs">{`${times(low)}–${times(high)}`}</span>
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  );
}

const times = (ratio: number): string => `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)}×`;

function CommentsCard({ comments, base }: Pick<ProblemEvidence, "comments"> & { base: string }) {
  return (
    <Card title="Recurring comments" note="Of those that came with a thumbs down on these answers." flush>
      {comments.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">No two comments say the same.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {comments.map(({ text, count, interactionIds: [newest] }) => (
            <li key={text} className="flex items-baseline justify-between gap-4 px-4 py-2.5 text-sm">
              <span className="wrap-anywhere min-w-0 text-ink">
                {newest === undefined ? (
                  text
                ) : (
                  <Link
                    href={interactionAddress(base, newest, "")}
                    className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                  >
                    {text}
                  </Link>
                )}
              </span>
              <span className="shrink-0 text-faint text-xs tabular-nums">
                {formatCountOf(count, "comment")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

const EditsCard = ({ edits }: { edits: NonNullable<ProblemEvidence["edits"]> }) => (
  <Card title="What corrections did" note="To these answers. A correction can have several types.">
    <ul className="space-y-3">
      {edits.map(({ kind, share }) => (
        <li key={kind}>
          <RateBar label={editKindWords[kind].name} note={editKindWords[kind].means} rate={share} />
        </li>
      ))}
    </ul>
  </Card>
);
