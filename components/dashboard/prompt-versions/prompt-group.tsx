import { formatDay } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ComparisonCard } from "../comparison/comparison-card.tsx";
import { ComparisonName } from "../comparison/comparison-name.tsx";
import { responseDoubts } from "../comparison/response-doubts.ts";
import { AgainstLink } from "../comparison/set-reference-link.tsx";
import { wholeRate } from "../comparison/whole-rate.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { rowLinks } from "../url/row-links.ts";
import { formatThreshold } from "../url/threshold-link.ts";
import type { PromptGroup as Group, PromptRow } from "./prompt-row.ts";

interface PromptGroupProps {
  group: Group;
  threshold: number;
  base: string;
  search: SearchParams;
  /** The page with another version as reference. */
  againstHref: (row: PromptRow) => string;
}

/** The versions of one template, oldest first, each compared with the reference version. */
export function PromptGroup({ group, threshold, base, search, againstHref }: PromptGroupProps) {
  const { rows } = group;
  const template = group.template ?? "No template";
  const against = rows.find(({ difference }) => difference === null)?.name ?? "";
  const doubts = responseDoubts(rows, against);
  return (
    <>
      {doubts && (
        <Notice tone="warn">
          <strong className="font-semibold">{template}</strong>. {doubts}
        </Notice>
      )}
      <ComparisonCard
        title={template}
        note={`Share of thumbs up with 95% confidence interval.${rows.length > 1 ? " Dashed line: all versions of this template." : ""}`}
        fileName={`prompt-versions-${template}`}
        of="Version"
        rows={rows}
        whole={wholeRate(rows)}
        against={against}
        thumbsOf={(row) =>
          listTarget({ base, search }, { filters: promptParams(row), rating: "thumbs" }, row.positive.n)
        }
        nameOf={(row) => <Version row={row} threshold={threshold} base={base} search={search} />}
        actionOf={
          rows.length > 1
            ? (row) => (
                <AgainstLink
                  name={`${template} ${row.name}`}
                  isReference={row.difference === null}
                  href={againstHref(row)}
                />
              )
            : undefined
        }
      />
    </>
  );
}

interface VersionProps extends Pick<PromptGroupProps, "threshold" | "base" | "search"> {
  row: PromptRow;
}

/** What a version is called, since when it answers, and whether it is under the threshold. */
function Version({ row, threshold, base, search }: VersionProps) {
  return (
    <ComparisonName
      name={row.name}
      mark={row.under && <Badge tone="bad">Below {formatThreshold(threshold)}</Badge>}
      detail={row.since && `since ${formatDay(row.since, true)}`}
      links={rowLinks({ base, search }, promptParams(row), row.interactions)}
    />
  );
}
