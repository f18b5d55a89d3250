import { Stack } from "#components/ui/stack.tsx";
import type { Report } from "#lib/use-cases/report/read-report.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { EditsCard } from "./edits-card.tsx";
import { NextVersion, type NextVersionProps } from "./next-version.tsx";
import { WrongCard } from "./wrong-card.tsx";

interface ReportViewProps
  extends FigurePage,
    Omit<NextVersionProps, "recommendations" | "examples" | "base"> {
  report: Report;
}

/** The improvement report of a prompt's version. */
export function ReportView({ report, base, search, ...draft }: ReportViewProps) {
  const filters = promptParams({ promptTemplate: report.template, promptVersion: report.version });
  return (
    <Stack>
      <WrongCard {...{ report, base, search }} />
      <EditsCard {...{ report, base, search }} />
      <NextVersion
        {...draft}
        base={base}
        recommendations={report.recommendations.map(({ evidence, ...said }) => ({
          ...said,
          evidence: evidence.map(({ because, count, category, interactionIds }) => ({
            ...{ because, ids: interactionIds },
            figure:
              category === null
                ? undefined
                : listTarget({ base, search }, { filters, rating: "down", categories: [category] }, count),
          })),
        }))}
        examples={report.examples}
      />
    </Stack>
  );
}
