"use client";
import { CorrectionEditor, FeedbackBar, StarRating } from "#whetstone/react";
import { DemoFrame } from "./demo-frame.tsx";

const draft =
  "Dear Ms Okafor,\n\nyour refund of 42 euros is on the way. It will be in your account within the next ten days.\n\nKind regards";

/** The bar at work. */
export function FeedbackBarDemo() {
  return <DemoFrame name="FeedbackBar">{(props) => <FeedbackBar {...props} />}</DemoFrame>;
}

/** The stars at work. */
export function StarRatingDemo() {
  return <DemoFrame name="StarRating">{(props) => <StarRating {...props} />}</DemoFrame>;
}

/** The editor at work. */
export function CorrectionEditorDemo() {
  return (
    <DemoFrame name="CorrectionEditor">{(props) => <CorrectionEditor {...props} draft={draft} />}</DemoFrame>
  );
}
