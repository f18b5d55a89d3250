import { listTarget } from "#components/dashboard/url/figure-population.ts";
import { interactionAddress } from "#components/dashboard/url/list-link.ts";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCount, formatMoment, stripMarkdown } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import { localDate } from "#lib/domain/calendar.ts";
import type { SessionPlace, SessionTurn } from "#lib/observe/interactions/index.ts";

interface SessionCardProps {
  place: SessionPlace | null;
  interactionId: string;
  sessionId: string;
  base: string;
  tz: string;
  /** The list of the whole session, where it is too long to be counted. */
  all: string;
  /** The list that the interaction was opened from. */
  query: string;
}

/** The turns of the session around this one, in their order; nothing where it is the only one. */
export function SessionCard({ place, interactionId, sessionId, base, tz, all, query }: SessionCardProps) {
  if (!place) return null;
  const { turns, before, whole } = place;
  const at = turns.findIndex((turn) => turn.interactionId === interactionId);
  const note =
    before === null || whole === null
      ? "One of 1,000 or more turns"
      : `Turn ${formatCount(before + at + 1)} of ${formatCount(whole.count)}`;
  const figure = whole && sessionTarget({ base, tz, sessionId }, whole);
  return (
    <Card
      title="Session"
      note={note}
      actions={
        figure ? (
          <FigureLink figure={figure} className="text-accent text-xs hover:underline">
            View all {formatUnitCount(figure.count, figure.unit)}
          </FigureLink>
        ) : (
          <Link href={all} className="text-accent text-xs hover:underline">
            View full session
          </Link>
        )
      }
    >
      <ol className="space-y-1">
        {turns.map((turn) => {
          const here = turn.interactionId === interactionId;
          return (
            <li
              key={turn.interactionId}
              aria-current={here ? "true" : undefined}
              className={joinClasses(
                "relative -mx-2 rounded-md border-l-2 px-2.5 py-1.5",
                here ? "border-accent bg-accent-tint" : "border-line hover:bg-hover/60",
              )}
            >
              <Turn turn={turn} href={here ? null : interactionAddress(base, turn.interactionId, query)} />
              <p className="mt-0.5 text-faint text-xs tabular-nums">
                {here ? "This turn · " : ""}
                {formatMoment(turn.createdAt, tz)}
              </p>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function Turn({ turn, href }: { turn: SessionTurn; href: string | null }) {
  const asked = turn.inputExcerpt?.trim() || "No input";
  return (
    <>
      <p className="line-clamp-2 break-words font-medium text-sm">
        {href === null ? (
          asked
        ) : (
          <Link href={href} className="after:absolute after:inset-0">
            {asked}
          </Link>
        )}
      </p>
      <p className="line-clamp-2 break-words text-faint text-sm">{stripMarkdown(turn.responseExcerpt)}</p>
    </>
  );
}

/** All turns of a session, in the days that they lie in. */
function sessionTarget(
  { base, tz, sessionId }: Pick<SessionCardProps, "base" | "tz" | "sessionId">,
  { count, first, last }: NonNullable<SessionPlace["whole"]>,
) {
  const window = { from: localDate(tz, first), to: localDate(tz, last) };
  return listTarget({ base, search: {} }, { window, filters: { session: sessionId } }, count);
}
