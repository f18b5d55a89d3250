import { BackLink } from "#components/dashboard/shell/back-link.tsx";
import { formatMoment, formatPercent } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { FactList } from "#components/ui/fact-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Stack } from "#components/ui/stack.tsx";
import type { ImpactOutcome, Improvement, Reach } from "#lib/act/impact/index.ts";
import { aboutWords, claimWords, improvementStateLabels, silentNotes, sourceWords } from "./impact-words.ts";
import { OutcomeCard, ReachCard } from "./outcome-card.tsx";
import { PublishActions } from "./publish-actions.tsx";
import { TextForm } from "./text-form.tsx";

interface ImprovementViewProps {
  improvement: Improvement;
  /** Of a draft. */
  reach: Reach | null;
  /** Once it was published. */
  outcome: ImpactOutcome | null;
  base: string;
  url: string;
  tz: string;
  mayEdit: boolean;
}

/** One improvement: what users are told, whom it reaches, what the data say, and what came of telling. */
export function ImprovementView({
  improvement,
  reach,
  outcome,
  base,
  url,
  tz,
  mayEdit,
}: ImprovementViewProps) {
  const { state, silent, texts, shippedAt } = improvement;
  const label = improvementStateLabels[state];
  const { said, told } = claimWords(improvement.claim);
  return (
    <>
      <BackLink href={`${base}/impact`}>Impact</BackLink>
      <PageHeader
        title={
          <>
            {improvement.name} <Badge tone={label.tone}>{label.words}</Badge>
          </>
        }
        note={`${sourceWords(improvement)}, shipped ${formatMoment(shippedAt, tz)}`}
        actions={
          mayEdit && <PublishActions url={url} state={state} toTell={reach?.told ?? outcome?.toTell ?? 0} />
        }
      />
      <Stack>
        {silent !== null && state !== "withdrawn" && <Notice tone="warn">{silentNotes[silent]}</Notice>}
        {reach && <ReachCard reach={reach} />}
        {outcome && <OutcomeCard outcome={outcome} />}
        <TextForm url={url} texts={texts} shippedAt={shippedAt.toISOString()} mayEdit={mayEdit} />
        <Card title="What the data say" note={told}>
          <p className="text-pretty text-ink text-sm">{said}</p>
        </Card>
        <Facts improvement={improvement} tz={tz} />
      </Stack>
    </>
  );
}

function Facts({ improvement, tz }: { improvement: Improvement; tz: string }) {
  const { since, shippedAt, holdOut, createdBy, createdAt, publishedBy, publishedAt } = improvement;
  const facts: [string, string | null][] = [
    ["Complaints about", aboutWords(improvement)],
    ["Answers between", `${formatMoment(since, tz)} and ${formatMoment(shippedAt, tz)}`],
    ["Held out", formatPercent(holdOut)],
    ["Written down", `${createdBy}, ${formatMoment(createdAt, tz)}`],
    ["Published", publishedAt && `${publishedBy}, ${formatMoment(publishedAt, tz)}`],
  ];
  return (
    <Card title="Whose complaints it answers">
      <FactList facts={facts} />
    </Card>
  );
}
