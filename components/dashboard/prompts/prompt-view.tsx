import { formatCount } from "#components/format/numbers.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { LabelMove, PromptLabel, PromptVersion, VersionNote } from "#lib/act/prompts/index.ts";
import { benchLink } from "../bench/bench-link.ts";
import { MovesCard } from "../labels/moves-card.tsx";
import { reportLink } from "../report/report-link.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { LabelsCard, type LabelsCardProps } from "./labels-card.tsx";
import { promptLink, promptPath } from "./prompt-link.ts";
import { shownLabels } from "./shown-label.ts";
import { type ComparedVersions, VersionCard } from "./version-card.tsx";
import type { VersionRow } from "./version-rows.ts";
import { VersionsCard } from "./versions-card.tsx";

interface PromptViewProps extends FigurePage, Pick<LabelsCardProps, "url" | "rights"> {
  template: string;
  /** Whether its text is here; else only interactions name it. */
  isManaged: boolean;
  labels: readonly PromptLabel[];
  moves: readonly LabelMove[];
  /** The managed versions, newest first. */
  managed: readonly string[];
  notes: readonly VersionNote[];
  rows: readonly VersionRow[];
  /** How many versions there are; `rows` may be the newest of them. */
  total: number;
  /** The name of the version that is shown, and the version where its text is here. */
  shown: string;
  version: PromptVersion | null;
  compared: ComparedVersions | null;
  tz: string;
}

/** One prompt: labels, versions, the text of one or its changes, and the moves of labels. */
export function PromptView(props: PromptViewProps) {
  const { template, isManaged, labels, moves, managed, notes, rows, total, shown, tz } = props;
  const { version, compared, url, rights, base, search } = props;
  const page = { base, search };
  const noteOf = new Map(notes.map((each) => [each.version, each.note]));
  return (
    <Stack>
      {isManaged && (
        <LabelsCard
          {...{ url, rights }}
          labels={shownLabels(labels, moves, {
            tz,
            hrefOf: (name) => promptLink(page, template, { version: name }),
          })}
          versions={managed.map((name) => ({ version: name, note: noteOf.get(name)?.slice(0, 60) ?? "" }))}
        />
      )}
      <VersionsCard
        {...{ template, rows, shown, tz, base, search }}
        actions={
          <span className="flex flex-wrap gap-2">
            <ButtonLink size="small" href={reportLink(page, template)}>
              Report
            </ButtonLink>
            <ButtonLink
              size="small"
              href={linkWithFilters(`${base}/prompt-versions`, search, { prompt_template: template })}
            >
              All metrics
            </ButtonLink>
          </span>
        }
      >
        {rows.length < total && (
          <AllVersions
            total={total}
            href={linkWithFilters(promptPath(base, template), search, { version: shown, all: "1" })}
          />
        )}
      </VersionsCard>
      <VersionCard
        {...{ version, compared, tz }}
        name={shown}
        names={managed}
        actions={
          version && (
            <>
              <ButtonLink href={benchLink(base, template, { version: version.version })}>Bench</ButtonLink>
              {rights !== "none" && (
                <ButtonLink
                  href={`${promptPath(base, template)}/edit?version=${encodeURIComponent(version.version)}`}
                >
                  Edit
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {moves.length > 0 && <MovesCard moves={moves} tz={tz} />}
    </Stack>
  );
}

function AllVersions({ total, href }: { total: number; href: string }) {
  return (
    <div className="border-line border-t px-3 py-1.5">
      <ButtonLink tone="quiet" size="small" scroll={false} href={href}>
        Show all {formatCount(total)} versions
      </ButtonLink>
    </div>
  );
}
