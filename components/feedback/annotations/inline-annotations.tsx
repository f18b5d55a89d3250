"use client";
import { type ReactNode, type RefObject, useId, useRef } from "react";
import { ChevronIcon } from "../styles/icons.tsx";
import { hinted, type Outcome, toOutcome } from "../submission/outcome-words.ts";
import { initialSubmission, type Wish } from "../submission/submission-state.ts";
import { fill, type Texts, textsWith } from "../texts/texts.ts";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import { PassingButton } from "../widget/passing-button.tsx";
import { widgetKey } from "../widget/widget-key.ts";
import { WidgetRoot } from "../widget/widget-root.tsx";
import { AnnotationForm } from "./annotation-form.tsx";
import type { AnnotationNews } from "./annotation-state.ts";
import { type AnnotationTexts, annotationTexts } from "./annotation-texts.ts";
import type { Box } from "./geometry.ts";
import { PassageList } from "./passage-list.tsx";
import { PassagePicking } from "./passage-picking.tsx";
import { type AnnotationOptions, type Annotations, useAnnotations } from "./use-annotations.ts";
import type { MarkBox } from "./use-painted.ts";

/** The default categories of passages. */
export const defaultAnnotationCategories: readonly string[] = [
  "inaccurate",
  "incomplete",
  "off_topic",
  "wrong_tone",
  "helpful",
  "other",
];

/** Props of {@link InlineAnnotations}. */
export interface InlineAnnotationsProps extends Omit<AnnotationOptions, "root"> {
  /** The answer, rendered in any way: text, Markdown or HTML. */
  children: ReactNode;
  /** Category values (snake_case) offered for a passage. Labels come from `texts.categories`. */
  categories?: readonly string[] | undefined;
  /** Texts that replace the English ones. */
  texts?: Partial<Texts> | undefined;
  /** An additional class name. */
  className?: string | undefined;
}

/** An answer whose passages can be highlighted by mouse, touch or keyboard, with a category and a comment. */
export function InlineAnnotations(props: InlineAnnotationsProps) {
  return <AnnotationsOfOneInteraction key={widgetKey(props)} {...props} />;
}

function AnnotationsOfOneInteraction(props: InlineAnnotationsProps) {
  const { children, categories = defaultAnnotationCategories, className, waiting } = props;
  const texts = textsWith(annotationTexts, props.texts);
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const pick = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const annotations = useAnnotations({ ...props, root }, () => topOf(panel.current));
  const { annotator, passages, chosen } = annotations;
  const { open, only, form } = annotator;
  const listed = only ? passages.filter(({ annotationId }) => only.includes(annotationId)) : passages;
  const shared = { id: panelId, annotations, texts, heir: pick };
  const unfolded = open !== null && !(open === "list" && listed.length === 0);
  return (
    <div {...looks("annotated")}>
      <MarkLayer boxes={annotations.boxes} caret={annotations.picker.caret} />
      <div {...looks("answer")} ref={root}>
        {children}
      </div>
      {chosen && <HighlightOffer annotations={annotations} chosen={chosen} texts={texts} heir={pick} />}
      <WidgetRoot
        part="annotations"
        texts={texts}
        className={[unfolded && "whetstone-docked", className].filter(Boolean).join(" ")}
        waiting={waiting}
      >
        <div ref={panel}>
          <AnnotationRow annotations={annotations} texts={texts} panelId={panelId} pick={pick} />
          {open === "form" && form && <AnnotationForm {...shared} form={form} categories={categories} />}
          {open === "list" && unfolded && <PassageList {...shared} passages={listed} />}
          {open === "picker" && <PassagePicking {...shared} />}
        </div>
      </WidgetRoot>
    </div>
  );
}

const topOf = (panel: Element | null): number =>
  panel
    ? panel.ownerDocument.documentElement.clientHeight - panel.clientHeight - 24
    : Number.POSITIVE_INFINITY;

interface AnnotationRowProps {
  annotations: Annotations;
  texts: AnnotationTexts;
  panelId: string;
  pick: RefObject<HTMLButtonElement | null>;
}

function AnnotationRow({ annotations, texts, panelId, pick }: AnnotationRowProps) {
  const { annotator, passages, news, canAnnotate } = annotations;
  const { open, only, hint } = annotator;
  const all = open === "list" && only === null;
  const outcome = outcomeOfNews(news, texts);
  const hints = { nothing_to_send: texts.nothingToSend, nothing_selected: texts.pickerNothing };
  return (
    <div {...looks("row")}>
      {canAnnotate && (
        <button
          type="button"
          {...looks("button", "pick")}
          ref={pick}
          aria-expanded={open === "picker"}
          onClick={() => (open === "picker" ? annotations.close() : annotations.pick())}
        >
          {texts.highlightPassage}
        </button>
      )}
      {passages.length > 0 && (
        <PassingButton
          part="list"
          heir={pick}
          aria-expanded={all}
          aria-controls={all ? panelId : undefined}
          onClick={() => (all ? annotations.close() : annotations.list())}
        >
          {fill(texts.highlightsCount, { count: passages.length })}
          <ChevronIcon />
        </PassingButton>
      )}
      <Notice
        outcome={hint ? hinted(outcome, hints[hint]) : outcome}
        retryLabel={texts.tryAgain}
        onRetry={annotations.retry}
        heir={pick}
      />
    </div>
  );
}

interface HighlightOfferProps {
  annotations: Annotations;
  chosen: NonNullable<Annotations["chosen"]>;
  texts: AnnotationTexts;
  heir: RefObject<HTMLElement | null>;
}

/** The "Highlight" button next to a selection. */
function HighlightOffer({ annotations, chosen, texts, heir }: HighlightOfferProps) {
  return (
    <WidgetRoot part="highlight-offer" texts={texts} className="whetstone-offer-place">
      <div {...looks("offer")} style={chosen.place}>
        <PassingButton
          part="highlight"
          heir={heir}
          data-primary
          // Otherwise the press would clear the selection.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => annotations.choose(chosen.selector)}
        >
          {texts.highlight}
        </PassingButton>
      </div>
    </WidgetRoot>
  );
}

/** The status of the last request, as for a rating but with its own texts. */
function outcomeOfNews(news: AnnotationNews | null, texts: AnnotationTexts): Outcome {
  if (!news) return toOutcome(initialSubmission(), texts);
  const { annotationId: feedbackId, busy, kept, refusal } = news;
  const content = { rating_type: "comment" } as const;
  const wish: Wish = news.wish === "save" ? { kind: "rate", feedbackId, content } : { kind: "take_back" };
  return toOutcome(
    {
      ...initialSubmission(),
      inFlight: busy ? { kind: "submit", feedbackId, content } : null,
      kept,
      refused: refusal ? { wish, refusal } : null,
      granted: busy || refusal ? null : wish,
    },
    {
      ...texts,
      ratingSaved: texts.highlightSaved,
      ratingRemoved: texts.highlightRemoved,
      ratingNotSaved: texts.highlightNotSaved,
      ratingNotRemoved: texts.highlightNotRemoved,
    },
  );
}

interface MarkLayerProps {
  boxes: readonly MarkBox[];
  caret: Box | null;
}

/**
 * Drawn over the answer without being part of it: highlights for browsers without CSS highlights, and a
 * caret.
 */
function MarkLayer({ boxes, caret }: MarkLayerProps) {
  return (
    <div {...looks("mark-layer")} aria-hidden="true">
      {boxes.map(({ mark, ...box }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a box is its place
        <span key={index} {...looks("mark", `mark-${mark}`)} data-mark={mark} style={box} />
      ))}
      {caret && <span {...looks("caret")} style={{ ...caret, width: undefined }} />}
    </div>
  );
}
