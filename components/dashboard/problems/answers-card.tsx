import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Problem } from "#lib/act/problems/index.ts";
import { localDate } from "#lib/domain/calendar.ts";
import { scopeJson } from "#lib/domain/scope.ts";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import { InteractionList } from "../interactions/interaction-list.tsx";
import { withParams } from "../url/address.ts";

interface AnswersCardProps {
  problem: Problem;
  items: readonly InteractionListItem[];
  base: string;
  tz: string;
}

/** The newest answers that were rated badly, and the way to all of them, with exactly these filters. */
export function AnswersCard({ problem, items, base, tz }: AnswersCardProps) {
  const query = new URLSearchParams(listQuery(problem, tz));
  return (
    <Card
      title="Answers to read"
      note="The newest of those that were rated badly since it began."
      flush
      actions={
        <ButtonLink href={withParams(`${base}/interactions`, query, {})} size="small">
          All of them
        </ButtonLink>
      }
    >
      {items.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">None of them can be found any more.</p>
      ) : (
        <div className="border-line border-t">
          <InteractionList {...{ items, base, tz }} query={query.toString()} />
        </div>
      )}
    </Card>
  );
}

/** The filters of a problem's bad answers. */
function listQuery(
  { scope, category, beganAt, fixedAt, state }: Problem,
  tz: string,
): Record<string, string> {
  const isOver = fixedAt !== null && (state === "fixed" || state === "verified");
  const { ...dimensions } = scopeJson(scope);
  return {
    from: localDate(tz, beganAt),
    to: localDate(tz, isOver ? fixedAt : new Date()),
    rating: "down",
    ...(category === null ? {} : { category }),
    ...Object.fromEntries(
      Object.entries(dimensions).filter((each): each is [string, string] => each[1] !== undefined),
    ),
  };
}
