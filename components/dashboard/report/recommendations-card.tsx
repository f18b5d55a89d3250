import { FigureLink } from "#components/figures/figure-link.tsx";
import { type FigureTarget, formatUnitCount } from "#components/figures/figure-target.ts";
import { Card } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { AnswerList } from "./answer-list.tsx";

/** A recommendation as the page shows it. */
export interface ShownRecommendation {
  code: string;
  title: string;
  instruction: string | null;
  /** Each with the answers behind it: a list that names them, or their ids. */
  evidence: readonly { because: string; ids: readonly string[]; figure: FigureTarget | undefined }[];
}

interface RecommendationsCardProps {
  base: string;
  recommendations: readonly ShownRecommendation[];
  /** Codes of those that the draft follows; null where there is no draft to make. */
  chosen: readonly string[] | null;
  onToggle: (code: string) => void;
}

/** What the next version should be told, each with the shares behind it and the answers behind those. */
export function RecommendationsCard({ base, recommendations, chosen, onToggle }: RecommendationsCardProps) {
  return (
    <Card
      title="Recommendations"
      note="Only what the whole 95% interval of a share carries, strongest first."
      flush
    >
      {recommendations.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          None: no share is large enough with its whole interval. More feedback, or a longer period, may tell
          more.
        </p>
      ) : (
        <ol className="divide-y divide-line border-line border-t">
          {recommendations.map(({ code, title, instruction, evidence }) => (
            <li key={code} className="px-4 py-3">
              {chosen ? (
                <Checkbox checked={chosen.includes(code)} onChange={() => onToggle(code)}>
                  <span className="wrap-anywhere">{title}</span>
                </Checkbox>
              ) : (
                <p className="wrap-anywhere font-medium text-sm">{title}</p>
              )}
              <div className={chosen ? "pl-6.5" : undefined}>
                {instruction && <p className="mt-0.5 wrap-anywhere text-soft text-sm">“{instruction}”</p>}
                <ul className="mt-1 space-y-1">
                  {evidence.map((each) => (
                    <li key={each.because} className="wrap-anywhere text-faint text-xs">
                      {each.because}{" "}
                      {each.figure && (
                        <FigureLink
                          figure={each.figure}
                          className="underline decoration-line-strong underline-offset-3 hover:text-ink"
                        >
                          {formatUnitCount(each.figure.count, each.figure.unit)}
                        </FigureLink>
                      )}
                      <AnswerList base={base} ids={each.ids} of={each.because} />
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
