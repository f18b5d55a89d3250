"use client";
import { type RefObject, useEffect, useId, useRef } from "react";
import type { Improvement } from "../adapter/adapter.ts";
import { ChevronIcon, CloseIcon, SparkleIcon } from "../styles/icons.tsx";
import { englishImpact } from "../texts/english/impact.ts";
import { englishOutcomes } from "../texts/english/outcomes.ts";
import { fill, textsWith } from "../texts/texts.ts";
import { looks } from "../widget/looks.ts";
import { PassingButton } from "../widget/passing-button.tsx";
import type { WidgetProps } from "../widget/widget-props.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { shippedDay } from "./known-improvements.ts";
import { type Impact, type ImpactOptions, useImpact } from "./use-impact.ts";

const impactTexts = {
  language: englishOutcomes.language,
  direction: englishOutcomes.direction,
  ...englishImpact,
};
type ImpactTexts = ReturnType<typeof textsWith<typeof impactTexts>>;

/** Props of {@link ImpactNotice}. */
export interface ImpactNoticeProps extends ImpactOptions, Pick<WidgetProps, "texts" | "className"> {}

/**
 * Shows users what their feedback helped improve: the newest improvement, with older ones expandable. Renders
 * nothing if there are none, or if they were already closed. A note, not an announcement: it does not
 * interrupt screen readers.
 */
export function ImpactNotice(props: ImpactNoticeProps) {
  const texts = textsWith(impactTexts, props.texts);
  const impact = useImpact(props);
  const heir = useRef<HTMLParagraphElement>(null);
  const shown = impact.improvements.length > 0;
  if (!shown && !impact.dismissed) return null;
  return (
    // After closing, it takes no space and only keeps the focus that the button had.
    <WidgetRoot part="impact-notice" texts={texts} className={shown ? props.className : "whetstone-hidden"}>
      {shown && <Note impact={impact} texts={texts} heir={heir} />}
      <p ref={heir} role="status" tabIndex={-1} className="whetstone-hidden">
        {impact.dismissed && !shown ? texts.impactClosed : ""}
      </p>
    </WidgetRoot>
  );
}

interface NoteProps {
  impact: Impact;
  texts: ImpactTexts;
  heir: RefObject<HTMLElement | null>;
}

function Note({ impact, texts, heir }: NoteProps) {
  const id = useId();
  const [newest, ...older] = impact.improvements;
  const count = older.length;
  const note = useRef<HTMLDivElement>(null);
  useSeen(note, impact);
  return (
    <div ref={note} role="note" aria-labelledby={`${id}lead`} {...looks("impact")}>
      <SparkleIcon />
      <div {...looks("impact-body")}>
        <p id={`${id}lead`} {...looks("impact-lead")}>
          {newest?.lead ?? texts.impactLead}
        </p>
        {newest && <Told improvement={newest} texts={texts} />}
        {count > 0 && (
          <button
            type="button"
            {...looks("button", "impact-more")}
            data-quiet
            aria-expanded={impact.unfolded}
            aria-controls={impact.unfolded ? `${id}older` : undefined}
            onClick={impact.toggle}
          >
            {fill(texts.impactMore, { count })}
            <ChevronIcon />
          </button>
        )}
        {impact.unfolded && count > 0 && (
          <ul id={`${id}older`} {...looks("impact-older")}>
            {older.map((improvement) => (
              <li key={improvement.improvement_id}>
                <Told improvement={improvement} texts={texts} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <PassingButton
        heir={heir}
        part="impact-close"
        data-quiet
        aria-label={texts.impactClose}
        title={texts.impactClose}
        onClick={impact.dismiss}
      >
        <CloseIcon />
      </PassingButton>
    </div>
  );
}

/** How long a notice is on the screen before it counts as seen, in milliseconds. */
const SEEN_MS = 1_000;

/** Tells once at least half of a note was on the screen for a moment, and again when it was unfolded. */
function useSeen(note: RefObject<HTMLElement | null>, { seen, unfolded, improvements }: Impact): void {
  const latest = useRef(seen);
  useEffect(() => {
    latest.current = seen;
  });
  const shown = `${unfolded} ${improvements.map(({ improvement_id }) => improvement_id).join(" ")}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is seen anew when it changes
  useEffect(() => {
    const element = note.current;
    if (!element || typeof IntersectionObserver === "undefined") return;
    let wait: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        clearTimeout(wait);
        if (entries.at(-1)?.isIntersecting) wait = setTimeout(() => latest.current(), SEEN_MS);
      },
      { threshold: 0.5 },
    );
    observer.observe(element);
    return () => {
      clearTimeout(wait);
      observer.disconnect();
    };
  }, [note, shown]);
}

function Told({ improvement, texts }: { improvement: Improvement; texts: ImpactTexts }) {
  const { title, description, shipped_at } = improvement;
  const day = shippedDay(shipped_at, texts.language);
  return (
    <div {...looks("improvement")}>
      <p dir="auto" {...looks("improvement-title")}>
        {title}
      </p>
      {description && (
        <p dir="auto" {...looks("improvement-description")}>
          {description}
        </p>
      )}
      {day !== null && (
        <time dateTime={shipped_at} {...looks("improvement-day")}>
          {fill(texts.impactShipped, { date: day })}
        </time>
      )}
    </div>
  );
}
