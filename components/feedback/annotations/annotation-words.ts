import { type Outcome, outcomeOf } from "../submission/outcome-words.ts";
import { initialSubmission, type Wish } from "../submission/submission-state.ts";
import type { AnnotationNews } from "./annotation-state.ts";
import type { AnnotationTexts } from "./annotation-texts.ts";

/** What is said of the latest dealings with the server: as of a rating, in words of its own. */
export function outcomeOfNews(news: AnnotationNews | null, texts: AnnotationTexts): Outcome {
  if (!news) return outcomeOf(initialSubmission(), texts);
  const { annotationId: feedbackId, busy, kept, refusal } = news;
  const content = { rating_type: "comment" } as const;
  const wish: Wish = news.wish === "save" ? { kind: "rate", feedbackId, content } : { kind: "take_back" };
  return outcomeOf(
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
