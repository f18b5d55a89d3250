import type { ReactNode } from "react";
import { formatCount, formatDuration } from "#components/format/numbers.ts";
import { formatSmallCost } from "#components/format/small-cost.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Link } from "#components/ui/link.tsx";
import { ScrollBox } from "#components/ui/tables/scroll-box.tsx";
import type { BenchRow } from "#lib/act/bench/index.ts";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import type { ShownDifference } from "../corrections/show-difference.ts";
import { WordDifference } from "../corrections/word-difference.tsx";
import { RatingMarks } from "../interactions/rating-marks.tsx";
import { type BenchPlace, benchLink } from "./bench-link.ts";
import type { RunJson } from "./run-words.ts";

/** A row of a run with what users said of its logged answer. */
export interface ShownRow extends BenchRow {
  /** Null where the answer was deleted just now. */
  item: InteractionListItem | null;
  /** What the new answer cost, in dollars; null where that is not known. */
  costUsd: number | null;
  /** What changed from the logged to the new answer; null where that is not asked for or they are too different. */
  difference: ShownDifference | null;
}

interface RunRowsProps {
  run: RunJson;
  rows: readonly ShownRow[];
  base: string;
  place: BenchPlace & { offset: number; differences: boolean };
  /** Most rows of a page. */
  most: number;
}

/** The inputs of a run, logged and new answers side by side. */
export function RunRows({ run, rows, base, place, most }: RunRowsProps) {
  const { template } = run;
  const { total } = run.progress;
  const to = (changes: BenchPlace) => benchLink(base, template, { ...place, ...changes });
  const { offset, differences } = place;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t px-4 py-2">
        <p className="text-faint text-xs tabular-nums">
          {rows.length === 0
            ? "No inputs"
            : `${formatCount(offset + 1)}–${formatCount(offset + rows.length)} of ${formatCount(total)}`}
        </p>
        <ButtonLink size="small" scroll={false} href={to({ differences: !differences })}>
          {differences ? "Hide changes" : "Show changes"}
        </ButtonLink>
      </div>
      <ol className="divide-y divide-line border-line border-t">
        {rows.map((row) => (
          <Row key={row.interactionId} row={row} run={run} base={base} />
        ))}
      </ol>
      {(offset > 0 || offset + rows.length < total) && (
        <nav aria-label="Pages of inputs" className="flex gap-2 border-line border-t px-4 py-2">
          {offset > 0 && (
            <ButtonLink size="small" href={to({ offset: Math.max(0, offset - most) })}>
              Newer inputs
            </ButtonLink>
          )}
          {offset + rows.length < total && (
            <ButtonLink size="small" href={to({ offset: offset + most })}>
              Older inputs
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

function Row({ row, run, base }: { row: ShownRow; run: RunJson; base: string }) {
  const { interactionId, item, old } = row;
  return (
    <li className="space-y-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          href={`${base}/interactions/${encodeURIComponent(interactionId)}`}
          className="wrap-anywhere line-clamp-2 min-h-6 min-w-0 max-w-full font-medium text-ink text-sm underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {item?.inputExcerpt || `Input ${row.position + 1}`}
        </Link>
        {item && <RatingMarks item={item} />}
        {old.calledTools && <Badge>tools were called</Badge>}
      </div>
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <Side
          title={`Logged, ${old.promptVersion ?? "no version"}`}
          facts={[
            old.modelName,
            old.latencyMs !== null && formatDuration(old.latencyMs),
            old.costUsd !== null && formatSmallCost(old.costUsd),
          ]}
        >
          <Text label={`Logged answer ${row.position + 1}`} length={old.length} shown={old.text}>
            {old.text}
          </Text>
        </Side>
        <NewAnswer row={row} run={run} />
      </div>
    </li>
  );
}

function NewAnswer({ row, run }: { row: ShownRow; run: RunJson }) {
  const { state, reason, difference, outputTokens } = row;
  const title = `New, ${run.version}`;
  if (state === "failed" || state === "skipped")
    return (
      <Side title={title} facts={[state === "failed" ? "Failed" : "Cannot be run"]}>
        <p
          className={`wrap-anywhere rounded-md border p-3 text-sm ${state === "failed" ? "border-bad/25 bg-bad-tint text-bad" : "border-line bg-sunken text-soft"}`}
        >
          {reason}
        </p>
      </Side>
    );
  if (state === "waiting")
    return (
      <Side title={title} facts={[run.state === "running" ? "Waiting" : "Not run"]}>
        <p className="rounded-md border border-line border-dashed p-3 text-faint text-sm">
          {run.state === "running" ? "No answer yet." : "The run was stopped before."}
        </p>
      </Side>
    );
  return (
    <Side
      title={title}
      facts={[
        formatDuration(row.latencyMs),
        outputTokens !== null && `${formatCount(outputTokens)} tokens`,
        row.costUsd !== null && `about ${formatSmallCost(row.costUsd)}`,
        row.finishReason === "length" && "cut at its token limit",
      ]}
    >
      <Text label={`New answer ${row.position + 1}`} length={row.length} shown={row.text ?? ""}>
        {difference ? <WordDifference edits={difference.edits} /> : row.text}
      </Text>
    </Side>
  );
}

function Side({
  title,
  facts,
  children,
}: {
  title: string;
  facts: readonly (string | false)[];
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <p className="mb-1 flex flex-wrap items-baseline gap-x-2 text-xs">
        <span className="wrap-anywhere font-medium text-soft">{title}</span>
        <span className="wrap-anywhere text-faint tabular-nums">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      {children}
    </div>
  );
}

/** Pixels from which on an answer scrolls inside itself. */
const TEXT_HEIGHT = 256;

function Text({
  label,
  length,
  shown,
  children,
}: {
  label: string;
  length: number;
  shown: string;
  children: ReactNode;
}) {
  // As PostgreSQL counts characters.
  const isCut = [...shown].length < length;
  return (
    <div className="overflow-hidden rounded-md border border-line bg-canvas">
      <ScrollBox label={label} maxHeight={TEXT_HEIGHT}>
        <p className="wrap-anywhere whitespace-pre-wrap p-3 text-sm">{children}</p>
      </ScrollBox>
      {isCut && (
        <p className="border-line border-t px-3 py-1 text-faint text-xs">
          The beginning of {formatCount(length)} characters
        </p>
      )}
    </div>
  );
}
