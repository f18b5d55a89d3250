import { FigureLink } from "#components/figures/figure-link.tsx";
import { formatUnitCount } from "#components/figures/figure-target.ts";
import { RateBar } from "#components/figures/rate-bar.tsx";
import { formatCountOf, TOO_FEW } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { Card } from "#components/ui/card.tsx";
import type { Changes } from "#lib/decide/report/index.ts";
import { type EditPart, editTraits } from "#lib/domain/edit-trait.ts";
import { editKindWords, editTraitWords } from "#lib/domain/edit-words.ts";
import type { Report } from "#lib/use-cases/report/read-report.ts";
import type { FigurePage } from "../url/figure-population.ts";
import { listTarget } from "../url/figure-population.ts";
import { promptParams } from "../url/prompt-names.ts";
import { AnswerList } from "./answer-list.tsx";

interface EditsCardProps extends FigurePage {
  report: Pick<Report, "template" | "version" | "summary" | "changes" | "unmeasured">;
}

/** What users' edits do to a version's answers, as measured on the texts. */
export function EditsCard({ report, base, search }: EditsCardProps) {
  const { template, version, summary, changes, unmeasured } = report;
  const filters = promptParams({ promptTemplate: template, promptVersion: version });
  const all = listTarget({ base, search }, { filters, rating: "correction" }, summary.corrections);
  return (
    <Card
      title="What edits do"
      note={[
        `Measured on ${formatCountOf(changes.measured, "edit")} by ${formatCountOf(changes.users, "user")}.`,
        unmeasured,
      ]
        .filter(Boolean)
        .join(" ")}
      actions={
        all && (
          <FigureLink figure={all} className={buttonClasses("secondary", "small")}>
            View all {formatUnitCount(all.count, all.unit)}
          </FigureLink>
        )
      }
    >
      {changes.measured < TOO_FEW ? (
        <p className="text-soft text-sm">
          Not enough edits to tell: {changes.measured} in this period, at least {TOO_FEW} needed.
        </p>
      ) : (
        <Measured changes={changes} base={base} />
      )}
    </Card>
  );
}

function Measured({ changes, base }: { changes: Changes; base: string }) {
  return (
    <>
      <LengthLine length={changes.length} />
      <div className="mt-3 grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-2">
        <ul className="space-y-3">
          {changes.kinds.map(({ kind, share, interactionIds }) => (
            <li key={kind}>
              <RateBar label={editKindWords[kind].name} note={editKindWords[kind].means} rate={share} />
              <AnswerList base={base} ids={interactionIds} of={editKindWords[kind].name} />
            </li>
          ))}
        </ul>
        <Details changes={changes} base={base} />
      </div>
      <Sentences changes={changes} base={base} />
    </>
  );
}

function LengthLine({ length }: Pick<Changes, "length">) {
  if (!length) return null;
  const { before, after, change } = length;
  return (
    <p className="text-soft text-sm">
      Half of the answers had {formatCountOf(before, "word")} or fewer, after the edit {after}
      {change &&
        `; on average ${changeWords(change.value)} (95% interval ${signed(change.low)} to ${signed(change.high)})`}
      .
    </p>
  );
}

const signed = (share: number): string => `${share < 0 ? "−" : "+"}${Math.abs(Math.round(share * 100))}%`;

const changeWords = (share: number): string =>
  Math.round(share * 100) === 0
    ? "no change in length"
    : `${Math.abs(Math.round(share * 100))}% ${share < 0 ? "shorter" : "longer"}`;

const partWords: Readonly<Record<Exclude<EditPart, "length">, string>> = {
  facts: "Facts",
  format: "Format",
  tone: "Tone",
  whole: "The whole answer",
};

/** What kinds are made of, without the lengths, which are kinds themselves. */
function Details({ changes: { traits }, base }: { changes: Changes; base: string }) {
  const parts = (["facts", "format", "tone", "whole"] as const).flatMap((part) => {
    const own = traits
      .filter(({ trait }) => editTraits[trait] === part)
      .toSorted((one, other) => other.count - one.count);
    return own.length > 0 ? [{ part, own }] : [];
  });
  return (
    <div className="space-y-3">
      {parts.map(({ part, own }) => (
        <div key={part}>
          <h3 className="text-faint text-xs">{partWords[part]}</h3>
          <ul className="mt-1 divide-y divide-line text-sm">
            {own.map(({ trait, share, users, interactionIds }) => (
              <li key={trait} className="py-1.5">
                <div className="flex items-baseline justify-between gap-3">
                  <span className="text-ink">{editTraitWords[trait]}</span>
                  <ShareWords share={share} users={users} />
                </div>
                <AnswerList base={base} ids={interactionIds} of={editTraitWords[trait]} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** A share with its interval and the people behind it, in a line. */
function ShareWords({ share, users }: Pick<Changes["traits"][number], "share" | "users">) {
  if (share.value === null) return null;
  const percent = (value: number) => Math.round(value * 100);
  return (
    <span className="whitespace-nowrap text-faint text-xs tabular-nums">
      {percent(share.value)}% of {share.n} ({percent(share.low)}–{percent(share.high)}%),{" "}
      {formatCountOf(users, "user")}
    </span>
  );
}

function Sentences({ changes: { sentences }, base }: { changes: Changes; base: string }) {
  if (sentences.length === 0) return null;
  return (
    <div className="mt-5">
      <h3 className="text-faint text-xs">Sentences that several users took out or put in</h3>
      <ul className="mt-1 divide-y divide-line border-line border-t">
        {sentences.map(({ does, text, share, users, interactionIds }) => (
          <li key={`${does} ${text}`} className="py-2 text-sm">
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
              <span className="min-w-0 wrap-anywhere text-ink">
                <Badge tone={does === "removed" ? "bad" : "good"} className="mr-2">
                  {does === "removed" ? "Taken out" : "Put in"}
                </Badge>
                “{text}”
              </span>
              <ShareWords share={share} users={users} />
            </div>
            <AnswerList base={base} ids={interactionIds} of={text} />
          </li>
        ))}
      </ul>
    </div>
  );
}
