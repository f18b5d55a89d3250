"use client";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { useEditCapture, useFeedback, useFeedbackSignals } from "#whetstone/react";
import { DemoFrame, type DemoProps } from "./demo-frame.tsx";
import { answerText, draft } from "./demo-texts.ts";

const field =
  "block w-full resize-y rounded-md border border-line-strong bg-surface px-3 py-2 text-base leading-relaxed";

/** A field of the host's own, watched. */
export const EditCaptureDemo = () => (
  <DemoFrame name="useEditCapture">{(props) => <Composer {...props} />}</DemoFrame>
);

function Composer(props: DemoProps) {
  const { ref, counts, outcome } = useEditCapture({ ...props, draft });
  return (
    <form className="space-y-2" onSubmit={(event) => event.preventDefault()}>
      <textarea ref={ref} aria-label="Your field" rows={6} className={field} defaultValue={draft} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit">Send email</Button>
        <p className="text-faint text-sm">
          {counts
            ? `Kept ${counts.kept}, added ${counts.added}, removed ${counts.removed}`
            : "Not edited yet"}
        </p>
        <p role="status" className="text-soft text-sm">
          {outcome.words}
        </p>
      </div>
    </form>
  );
}

/** An answer whose reader is watched. */
export const FeedbackSignalsDemo = () => (
  <DemoFrame name="useFeedbackSignals">{(props) => <WatchedAnswer {...props} />}</DemoFrame>
);

function WatchedAnswer(props: DemoProps) {
  const answer = useRef<HTMLDivElement>(null);
  const signals = useFeedbackSignals({ ...props, answer, question: "How do I sharpen a knife?" });
  const ask = (question: string) => () => signals.nextQuestion(question);
  return (
    <div className="space-y-3">
      <div ref={answer} className="space-y-3 text-base leading-relaxed">
        {answerText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          Sources:{" "}
          <a href="#use-feedback-signals" className="text-accent underline underline-offset-2">
            [1] The stone and the blade
          </a>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={signals.regenerated}>Regenerate</Button>
        <Button onClick={ask("How do I sharpen a kitchen knife?")}>Rephrase the question</Button>
        <Button onClick={ask("Where can I buy a stone?")}>Ask a follow-up</Button>
      </div>
    </div>
  );
}

/** Buttons of the host's own over our behaviour. */
export const HeadlessDemo = () => (
  <DemoFrame name="useFeedback">{(props) => <MyThumbs {...props} />}</DemoFrame>
);

function MyThumbs(props: DemoProps) {
  const { pressed, press, outcome, retry } = useFeedback(props);
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        tone={pressed === 1 ? "primary" : "secondary"}
        aria-pressed={pressed === 1}
        onClick={() => press(1)}
      >
        Useful
      </Button>
      <Button
        tone={pressed === 0 ? "primary" : "secondary"}
        aria-pressed={pressed === 0}
        onClick={() => press(0)}
      >
        Not useful
      </Button>
      <span role="status" className="text-soft text-sm">
        {outcome.words}
      </span>
      {outcome.canRetry && (
        <Button tone="quiet" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
