"use client";

import { useEffect, useState } from "react";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { formatCountOf, formatDuration, formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import type { PreviewReply } from "#lib/use-cases/alerts/reply.ts";
import { prepareDays } from "../prepare-days.ts";

/** How long typing rests before the server is asked, in milliseconds. */
const REST_MS = 500;

/** Times that are listed. */
const LISTED = 5;

interface PreviewPanelProps {
  /** Where rules are previewed. */
  url: string;
  metric: AlertMetric;
  /** The rule as it would be sent. */
  body: object;
  tz: string;
}

/** When the rule would have fired in the last 30 days. */
export function PreviewPanel({ url, metric, body, tz }: PreviewPanelProps) {
  const sent = usePreview(url, JSON.stringify(body));
  return (
    <Card
      title="The last 30 days with this rule"
      note="Checked at the end of each hour. A preview notifies nobody."
      className="xl:sticky xl:top-4"
    >
      <div role="status" className="text-sm">
        {sent === null && <p className="text-faint">Looking…</p>}
        {sent?.ok === false && (
          <p className="text-faint">Complete the rule to see when it would have fired.</p>
        )}
        {sent?.ok && <PreviewText preview={sent.data} tz={tz} />}
      </div>
      {sent?.ok && (
        <div className="mt-3">
          <SeriesChart
            {...prepareDays({ metric, ...sent.data, fired: "While it would have fired" }).data}
            height={180}
          />
        </div>
      )}
    </Card>
  );
}

function PreviewText({ preview, tz }: { preview: PreviewReply; tz: string }) {
  const { episodes, told, looks, without_data, differences, until } = preview;
  const missing = looks === 0 ? 0 : Math.round((without_data / looks) * 100);
  return (
    <>
      <p className="font-medium text-ink">
        {episodes.length === 0
          ? "It would not have fired."
          : `It would have fired ${formatCountOf(episodes.length, "time")} and told you ${formatCountOf(told, "time")}.`}
      </p>
      <ul className="mt-1 text-soft">
        {episodes.slice(0, LISTED).map((episode) => (
          <li key={episode.from}>
            {formatMoment(new Date(episode.from), tz)}, for{" "}
            {formatDuration(Date.parse(episode.until ?? until) - Date.parse(episode.from))}
            {episode.until === null && ", and would still fire"}
          </li>
        ))}
      </ul>
      {missing > 0 && (
        <p className="mt-1 text-faint">{missing}% of the checks had too little data to judge.</p>
      )}
      {differences.map((difference) => (
        <p key={difference} className="mt-1 text-faint text-xs">
          {difference}
        </p>
      ))}
    </>
  );
}

/** What came of the last rule that was asked about; it stays until the next is there. */
function usePreview(url: string, body: string): Sent<PreviewReply> | null {
  const [sent, setSent] = useState<Sent<PreviewReply> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const answer = await sendJson<PreviewReply>("POST", url, JSON.parse(body));
      if (isCurrent) setSent(answer);
    }, REST_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [url, body]);
  return sent;
}
