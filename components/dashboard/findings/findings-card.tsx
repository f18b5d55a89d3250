import { CircleCheck, TrendingDown, TrendingUp, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Problem } from "#lib/act/problems/index.ts";
import type { Finding } from "#lib/decide/findings/index.ts";
import type { Findings } from "#lib/use-cases/read-findings.ts";
import { type FigurePage, listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";
import { findingWords, nothingWords, problemEvidence, scopeFilters } from "./finding-words.ts";

interface FindingsCardProps extends Findings {
  page: FigurePage;
  reference: ReferenceKind;
}

/** As many as lead the page; the others unfold. */
const SHOWN = 4;

/** What changed, for whom, how sure that is, and where to go from there; most harmful first. */
export function FindingsCard({ problems, findings, compared, page, reference }: FindingsCardProps) {
  const lines = [
    ...problems.map((problem) => <ProblemLine key={problem.problemId} problem={problem} base={page.base} />),
    ...findings.map((finding) => (
      <FindingLine key={JSON.stringify([finding.kind, finding.scope])} {...{ finding, page, reference }} />
    )),
  ];
  if (lines.length === 0)
    return (
      <Card title="Findings" note={nothingWords(compared)}>
        <p className="flex items-center gap-2 text-sm">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
          Nothing changed that the data can show.
        </p>
      </Card>
    );
  const more = lines.slice(SHOWN);
  return (
    <Card title="Findings" note="What chance does not explain, most harmful first." flush>
      <ul className="divide-y divide-line border-line border-t">{lines.slice(0, SHOWN)}</ul>
      {more.length > 0 && (
        <details className="group border-line border-t">
          <summary className="cursor-pointer px-4 py-2.5 text-accent text-sm">
            {`Show ${more.length} more`}
          </summary>
          <ul className="divide-y divide-line border-line border-t">{more}</ul>
        </details>
      )}
    </Card>
  );
}

interface LineProps {
  icon: ReactNode;
  sentence: string;
  evidence: string;
  /** Where to go from there. */
  children: ReactNode;
}

function Line({ icon, sentence, evidence, children }: LineProps) {
  return (
    <li className="flex gap-3 px-4 py-3">
      {icon}
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-medium text-ink text-sm">{sentence}</p>
        <p className="wrap-anywhere mt-0.5 text-faint text-xs tabular-nums">{evidence}</p>
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm">{children}</p>
      </div>
    </li>
  );
}

const linkClass =
  "inline-flex min-h-6 items-center text-accent underline decoration-line-strong underline-offset-3 hover:decoration-accent";

function ProblemLine({ problem, base }: { problem: Problem; base: string }) {
  return (
    <Line
      icon={<TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />}
      sentence={`${problem.title}.`}
      evidence={problemEvidence(problem)}
    >
      <Link href={`${base}/problems/${problem.problemId}`} className={linkClass}>
        {problem.owner ? `See the problem (${problem.owner} works on it)` : "See the problem"}
      </Link>
    </Line>
  );
}

/** Where each kind is compared. */
const comparedOn: Record<Finding["kind"], { path: string; label: string }> = {
  model: { path: "/models", label: "Compare" },
  prompt_version: { path: "/prompt-versions", label: "Compare" },
  period: { path: "/trends", label: "See the trend" },
};

function FindingLine({
  finding,
  page,
  reference,
}: {
  finding: Finding;
  page: FigurePage;
  reference: ReferenceKind;
}) {
  const { kind, scope, own, harm } = finding;
  const { sentence, evidence } = findingWords(finding, reference);
  const { path, label } = comparedOn[kind];
  const { model: _, prompt_version: __, ...shared } = scopeFilters(scope);
  const within = kind === "period" ? scopeFilters(scope) : shared;
  const thumbs = listTarget(page, { filters: scopeFilters(scope), rating: "thumbs" }, own.n);
  return (
    <Line
      icon={
        harm > 0 ? (
          <TrendingDown aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
        ) : (
          <TrendingUp aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        )
      }
      {...{ sentence, evidence }}
    >
      <Link href={linkWithFilters(`${page.base}${path}`, page.search, within)} className={linkClass}>
        {label}
      </Link>
      {thumbs && (
        <FigureLink figure={thumbs} className={linkClass}>
          {`See the ${formatUnitCount(thumbs.count, thumbs.unit)}`}
        </FigureLink>
      )}
    </Line>
  );
}
