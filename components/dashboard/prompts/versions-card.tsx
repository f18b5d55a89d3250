import type { ReactNode } from "react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCount, formatMoment, TOO_FEW } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { type Column, DataTable } from "#components/ui/tables/data-table.tsx";
import { type FigurePage, listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { promptLink } from "./prompt-link.ts";
import type { VersionRow } from "./version-rows.ts";

interface VersionsCardProps extends FigurePage {
  template: string;
  rows: readonly VersionRow[];
  /** The version whose text is shown below. */
  shown: string;
  tz: string;
  actions: ReactNode;
  /** Below the table: the way to older versions. */
  children: ReactNode;
}

/** The versions of a prompt, managed and logged ones in one line, each with its quality over the period. */
export function VersionsCard({
  template,
  rows,
  shown,
  tz,
  actions,
  children,
  base,
  search,
}: VersionsCardProps) {
  const context = { page: { base, search }, template, shown, tz };
  return (
    <Card
      title="Versions"
      note="Share of thumbs up with 95% confidence interval, over the period."
      actions={actions}
      flush
    >
      <div className="border-line border-t">
        <DataTable
          caption="Versions"
          columns={columnsOf(context)}
          rows={rows}
          rowKey={({ version }) => version}
        />
      </div>
      {children}
    </Card>
  );
}

interface Context {
  page: FigurePage;
  template: string;
  shown: string;
  tz: string;
}

const columnsOf = (context: Context): Column<VersionRow>[] => [
  {
    head: "Version",
    rowHead: true,
    cell: (row) => <Name row={row} context={context} />,
  },
  {
    head: "Positive rate",
    sortBy: ({ positive }) => (positive.n >= TOO_FEW ? positive.value : null),
    cell: (row) => (
      <RateValue
        rate={row.positive}
        of="thumbs"
        inline
        figure={listTarget(
          context.page,
          { filters: filtersOf(row, context), rating: "thumbs" },
          row.positive.n,
        )}
      />
    ),
  },
  {
    head: "Interactions",
    numeric: true,
    sortBy: ({ interactions }) => interactions,
    cell: (row) => <Interactions row={row} context={context} />,
  },
  {
    head: "Added",
    cell: (row) => <Added row={row} tz={context.tz} />,
  },
  {
    head: "Note",
    className: "min-w-56",
    cell: ({ details }) => <span className="wrap-anywhere line-clamp-2 text-soft">{details?.note}</span>,
  },
];

const filtersOf = ({ version }: VersionRow, { template }: Context) =>
  promptParams({ promptTemplate: template, promptVersion: version });

function Name({
  row: { version, labels, details },
  context: { page, template, shown },
}: {
  row: VersionRow;
  context: Context;
}) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Link
        href={promptLink(page, template, { version })}
        scroll={false}
        aria-current={version === shown ? "true" : undefined}
        className="inline-flex min-h-6 items-center wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink aria-[current]:text-accent"
      >
        {version}
      </Link>
      {labels.map((label) => (
        <Badge key={label} tone="accent">
          {label}
        </Badge>
      ))}
      {!details && <Badge>logged only</Badge>}
      {details?.parentVersion && (
        <Link
          href={promptLink(page, template, { version, base_version: details.parentVersion })}
          scroll={false}
          aria-label={`Changes from ${details.parentVersion} to ${version}`}
          className="inline-flex min-h-6 items-center text-faint text-xs underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
        >
          Changes
        </Link>
      )}
    </span>
  );
}

function Interactions({ row, context }: { row: VersionRow; context: Context }) {
  const figure = listTarget(context.page, { filters: filtersOf(row, context) }, row.interactions);
  if (!figure) return formatCount(row.interactions);
  return (
    <FigureLink
      figure={figure}
      className="underline decoration-line-strong underline-offset-3 hover:decoration-ink"
    >
      {formatCount(row.interactions)}
    </FigureLink>
  );
}

function Added({ row: { details, firstDay }, tz }: { row: VersionRow; tz: string }) {
  if (!details) return <span className="whitespace-nowrap text-faint text-xs">{firstDay}</span>;
  return (
    <>
      <span className="wrap-anywhere block">{details.author}</span>
      <time
        dateTime={details.createdAt.toISOString()}
        className="block whitespace-nowrap text-faint text-xs tabular-nums"
      >
        {formatMoment(details.createdAt, tz)}
      </time>
    </>
  );
}
