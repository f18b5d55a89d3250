import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { formatCount, formatCountOf, formatMoment, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { ReadThemeDetail } from "#lib/use-cases/themes/index.ts";
import { prepareThemeDays } from "./prepare-theme-days.ts";

interface ThemeViewProps {
  read: ReadThemeDetail;
  base: string;
  tz: string;
}

/** A theme: what it says, when, where it is more frequent than elsewhere, and examples. */
export function ThemeView({ read, base, tz }: ThemeViewProps) {
  const { series, table, summary } = prepareThemeDays(read);
  return (
    <Stack>
      <Tiles read={read} tz={tz} />
      <ChartFrame
        title="By day"
        note="Its comments, edits and highlights by the day of the answer"
        summary={summary}
        table={table}
        fileName="theme-by-day"
      >
        <SeriesChart
          points={[...read.dates]}
          unit="day"
          tz={tz}
          format="count"
          series={[series]}
          height={180}
          zeroBased
        />
      </ChartFrame>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <Terms read={read} />
        <Places read={read} />
      </div>
      <Examples read={read} base={base} tz={tz} />
    </Stack>
  );
}

function Tiles({ read: { n, total, share, users, interactions, theme }, tz }: Omit<ThemeViewProps, "base">) {
  const tiles = [
    {
      label: "Share of negative texts",
      value: share.value === null ? "–" : formatPercent(share.value),
      under: `${formatCount(n)} of ${formatCountOf(total, "text")}`,
    },
    { label: "Users", value: formatCount(users), under: `on ${formatCountOf(interactions, "answer")}` },
    {
      label: "First seen",
      value: formatMoment(theme.firstSeen, tz),
      under: `last found ${formatMoment(theme.lastSeen, tz)}`,
    },
  ];
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
      {tiles.map(({ label, value, under }) => (
        <div key={label} className="bg-surface px-4 py-3">
          <dt className="text-faint text-xs">{label}</dt>
          <dd className="font-semibold text-xl tabular-nums tracking-tight">{value}</dd>
          <dd className="text-faint text-xs tabular-nums">{under}</dd>
        </div>
      ))}
    </dl>
  );
}

function Terms({ read: { theme } }: { read: ReadThemeDetail }) {
  return (
    <Card
      title="Words"
      note="What its texts have in common, heaviest first: how far each word is more frequent here than in other texts, in standard errors"
    >
      <ul className="flex flex-wrap gap-1.5">
        {theme.terms.map(({ term, shown, weight }) => (
          <li key={term}>
            <Badge>
              {shown} <span className="font-normal text-faint tabular-nums">{weight.toFixed(1)}</span>
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const placeKinds = { feature: "Feature", model: "Model", prompt: "Prompt" } as const;

function Places({ read: { places } }: { read: ReadThemeDetail }) {
  return (
    <Card
      title="More frequent than elsewhere"
      note="Features, models and prompt versions where its share of the negative texts is above chance"
      flush={places.length > 0}
    >
      {places.length === 0 ? (
        <p className="text-soft text-sm">Nowhere that the data can show.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {places.map(({ by, name, version, n, all, share, elsewhere }) => (
            <li
              key={`${by} ${name} ${version}`}
              className="flex flex-wrap items-baseline gap-x-3 px-4 py-2 text-sm"
            >
              <span className="text-faint text-xs">{placeKinds[by]}</span>
              <span className="min-w-0 flex-1 wrap-anywhere font-medium">
                {[name, version].filter(Boolean).join(" ") || "None"}
              </span>
              <span className="whitespace-nowrap tabular-nums">
                {formatPercent(share)} <span className="text-faint">here,</span> {formatPercent(elsewhere)}{" "}
                <span className="text-faint">elsewhere</span>
              </span>
              <span className="whitespace-nowrap text-faint text-xs tabular-nums">
                {formatCount(n)} of {formatCount(all)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Examples({ read: { examples }, base, tz }: ThemeViewProps) {
  return (
    <Card title="Examples" note="The newest, each of another user" flush>
      {examples.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">None in this period.</p>
      ) : (
        <ul className="divide-y divide-line border-line border-t">
          {examples.map((example) => (
            <li key={example.interactionId + example.text} className="px-4 py-3">
              <div className="mb-1 flex flex-wrap items-center gap-x-2 text-faint text-xs">
                <Link
                  href={`${base}/interactions/${encodeURIComponent(example.interactionId)}`}
                  className="font-medium text-ink text-sm underline-offset-2 hover:underline"
                >
                  {example.featureName}
                </Link>
                <span className="wrap-anywhere">
                  {[
                    example.modelName,
                    [example.promptTemplate, example.promptVersion].filter(Boolean).join(" "),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                <time
                  className="ml-auto whitespace-nowrap tabular-nums"
                  dateTime={example.answeredAt.toISOString()}
                >
                  {formatMoment(example.answeredAt, tz)}
                </time>
              </div>
              {example.quote && (
                <p className="border-line-strong border-l-2 pl-2 text-faint text-xs wrap-anywhere">
                  “{example.quote}”
                </p>
              )}
              <p className="line-clamp-6 whitespace-pre-wrap text-sm wrap-anywhere">{example.text}</p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
