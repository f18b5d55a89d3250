import { ScrollText } from "lucide-react";
import { RateValue } from "#components/figures/rate-value.tsx";
import {
  formatCount,
  formatCountOf,
  formatDay,
  formatMoment,
  NONE,
  TOO_FEW,
} from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { SearchBox } from "../filters/search-box.tsx";
import { type FigurePage, listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { promptLink } from "./prompt-link.ts";
import type { PromptRow } from "./prompt-rows.ts";

/** From so many prompts on there is a search. */
const SEARCH_FROM = 12;

interface PromptListProps extends FigurePage {
  rows: readonly PromptRow[];
  /** How many there are in all. */
  total: number;
  /** What is looked for. */
  asked: string;
  tz: string;
  mayEdit: boolean;
}

/** The prompts of a project, each with the version in use and its quality. */
export function PromptList({ rows, total, asked, tz, mayEdit, base, search }: PromptListProps) {
  if (total === 0) return <NoPrompts newHref={mayEdit ? `${base}/new-prompt` : null} />;
  return (
    <Card
      title={formatCountOf(total, "prompt")}
      note="Positive rate of the version in use, over the period."
      flush
      actions={
        (total >= SEARCH_FROM || asked !== "") && (
          <div className="flex w-full sm:w-72">
            <SearchBox asked={asked} of="prompts" placeholder="Search by name" />
          </div>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">No matches for “{asked}”.</p>
      ) : (
        <div className="border-line border-t">
          <DataTable
            caption="Prompts"
            columns={columnsOf({ base, search }, tz)}
            rows={rows}
            rowKey={({ template }) => template}
          />
        </div>
      )}
    </Card>
  );
}

const columnsOf = (page: FigurePage, tz: string): Column<PromptRow>[] => [
  {
    head: "Prompt",
    rowHead: true,
    className: "md:min-w-44",
    sortBy: ({ template }) => template,
    cell: (row) => <Name row={row} page={page} />,
  },
  {
    head: "In use",
    className: "min-w-40 max-w-64",
    sortBy: ({ inUse }) => inUse?.version ?? null,
    cell: ({ inUse }) => <InUse inUse={inUse} />,
  },
  {
    head: "Positive rate",
    sortBy: ({ positive }) => (positive.n >= TOO_FEW ? positive.value : null),
    cell: (row) => <Quality row={row} page={page} />,
  },
  {
    head: "Versions",
    numeric: true,
    sortBy: ({ versions }) => versions,
    cell: ({ versions }) => formatCount(versions),
  },
  {
    head: "Last change",
    className: "min-w-40 max-w-64",
    sortBy: ({ change }) => change?.at.getTime() ?? null,
    cell: ({ change }) => <Change change={change} tz={tz} />,
  },
];

function Name({ row: { template, kind, archived }, page }: { row: PromptRow; page: FigurePage }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link
        href={promptLink(page, template)}
        className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
      >
        {template}
      </Link>
      {kind === null && <Badge>logged only</Badge>}
      {kind === "chat" && <Badge>chat</Badge>}
      {archived && <Badge tone="warn">archived</Badge>}
    </span>
  );
}

function InUse({ inUse }: Pick<PromptRow, "inUse">) {
  if (!inUse) return <span className="text-faint">{NONE}</span>;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="wrap-anywhere font-medium">{inUse.version}</span>
      {inUse.by === "production" ? (
        <Badge tone="accent">production</Badge>
      ) : (
        <span className="whitespace-nowrap text-faint text-xs">in latest interaction</span>
      )}
    </span>
  );
}

function Quality({ row: { template, inUse, positive }, page }: { row: PromptRow; page: FigurePage }) {
  if (!inUse) return <span className="text-faint">{NONE}</span>;
  const filters = promptParams({ promptTemplate: template, promptVersion: inUse.version });
  return (
    <RateValue
      rate={positive}
      of="thumbs"
      inline
      figure={listTarget(page, { filters, rating: "thumbs" }, positive.n)}
    />
  );
}

function Change({ change, tz }: Pick<PromptRow, "change"> & { tz: string }) {
  if (!change) return <span className="text-faint">{NONE}</span>;
  return (
    <>
      <span className="wrap-anywhere block">{change.words}</span>
      <time
        dateTime={change.at.toISOString()}
        className="block whitespace-nowrap text-faint text-xs tabular-nums"
      >
        {change.by === "day"
          ? formatDay(change.at.toISOString().slice(0, 10), true)
          : formatMoment(change.at, tz)}
      </time>
    </>
  );
}

function NoPrompts({ newHref }: { newHref: string | null }) {
  return (
    <Card>
      <EmptyState
        icon={ScrollText}
        title="No prompts yet"
        actions={newHref && <ButtonLink href={newHref}>Write the first prompt</ButtonLink>}
      >
        Keep your prompts here in versions, and read the one with the <code>production</code> label from your
        product. You publish and roll back by moving the label, without a deployment. Prompts that your
        interactions name appear here, too.
      </EmptyState>
    </Card>
  );
}
