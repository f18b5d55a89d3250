import { PenLine } from "lucide-react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { ExportScope } from "#components/charts/export/export-scope.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { FixLink } from "#lib/domain/problem-lifecycle.ts";
import type { ProblemReading } from "#lib/use-cases/problems/read-problem.ts";
import { BackLink } from "../shell/back-link.tsx";
import { AnswersCard } from "./answers-card.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { FeedbackCard } from "./feedback-card.tsx";
import { prepareDays } from "./prepare-days.ts";
import { ProblemLead } from "./problem-lead.tsx";
import { ProblemSteps } from "./problem-steps.tsx";
import { stateLabel, stepWords } from "./problem-words.ts";

interface ProblemViewProps {
  reading: ProblemReading;
  links: readonly FixLink[];
  project: { projectId: string; slug: string };
  /** The reader, who would own a fix; null for who may not work on problems. */
  editor: string | null;
  snooze: { from: string; until: string };
  tz: string;
}

/** One problem: what is worse, for whom, since when and how surely; what speaks for it, and what became of it. */
export function ProblemView({ reading, links, project, editor, snooze, tz }: ProblemViewProps) {
  const { problem, steps, days, evidence, templates } = reading;
  const base = `/${project.slug}`;
  const [template] = templates;
  const { words, tone } = stateLabel[problem.state];
  return (
    <>
      <BackLink href={`${base}/problems`}>Problems</BackLink>
      <PageHeader
        title={problem.title}
        note={<Badge tone={tone}>{words}</Badge>}
        actions={
          editor !== null && (
            <>
              {template !== undefined && (
                <ButtonLink href={`${base}/prompts/${encodeURIComponent(template)}/report`}>
                  <PenLine aria-hidden className="size-3.5" />
                  Write a fix
                </ButtonLink>
              )}
              <ProblemSteps
                url={`/api/projects/${project.projectId}/problems/${problem.problemId}/steps`}
                {...{ links, snooze, state: problem.state, link: problem.link }}
                owner={problem.owner ?? editor}
              />
            </>
          )
        }
      />
      <ExportScope project={project.slug} from={days[0]?.date ?? ""} to={days.at(-1)?.date ?? ""}>
        <Stack>
          <ProblemLead {...{ problem, base, tz }} times={reading.times} />
          <DaysCard reading={reading} />
          <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
            <FeedbackCard {...{ evidence, base }} />
            <Stack>
              <ChangesCard {...{ evidence, tz }} />
              <HistoryCard {...{ steps, tz }} />
            </Stack>
          </div>
          <AnswersCard {...{ problem, evidence, base, tz }} />
        </Stack>
      </ExportScope>
    </>
  );
}

function DaysCard({ reading: { problem, days } }: { reading: ProblemReading }) {
  const view = prepareDays(problem, days);
  if (!view) return null;
  return (
    <ChartFrame
      title="Day by day"
      note="Share of thumbs down on these answers, by day in UTC, with 95% confidence intervals."
      summary={view.summary}
      table={view.table}
      fileName="problem"
    >
      <SeriesChart {...view.data} height={220} />
    </ChartFrame>
  );
}

/** What happened to it, with who did it and why; the latest first. */
function HistoryCard({ steps, tz }: Pick<ProblemReading, "steps"> & { tz: string }) {
  return (
    <Card title="History" flush>
      <ol className="divide-y divide-line border-line border-t">
        {steps.toReversed().map((step) => (
          <li key={step.stepId} className="px-4 py-3 text-sm">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="wrap-anywhere font-medium text-ink">{stepWords(step)}</h3>
              <time dateTime={step.at.toISOString()} className="text-faint text-xs tabular-nums">
                {formatMoment(step.at, tz)}
              </time>
            </div>
            {step.note && <p className="wrap-anywhere mt-0.5 whitespace-pre-wrap text-soft">{step.note}</p>}
            <p className="wrap-anywhere mt-0.5 text-faint text-xs">{step.by}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
