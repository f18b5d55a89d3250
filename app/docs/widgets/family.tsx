import type { ReactNode } from "react";
import { Code, Section, Text } from "#components/docs/section.tsx";
import { Spoken } from "#components/docs/spoken.tsx";
import { HookDetails, OwnProps, PartNames } from "#components/docs/widget-reference.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import {
  CategoryPickerDemo,
  CommentBoxDemo,
  CorrectionEditorDemo,
  FeedbackBarDemo,
  ImpactNoticeDemo,
  InlineAnnotationsDemo,
  StarRatingDemo,
} from "./demos.tsx";
import { componentNamed, hookNamed } from "./reference.ts";
import { widgetSamples } from "./samples.ts";

/** Every widget, live. */
export function Family() {
  return (
    <>
      <WidgetSection id="feedback-bar" name="FeedbackBar" hook="useFeedback">
        <FeedbackBarDemo />
      </WidgetSection>
      <WidgetSection id="star-rating" name="StarRating" hook="useStars">
        <StarRatingDemo />
      </WidgetSection>
      <WidgetSection id="category-picker" name="CategoryPicker" hook="useCategories">
        <CategoryPickerDemo />
      </WidgetSection>
      <WidgetSection id="comment-box" name="CommentBox" hook="useComment">
        <CommentBoxDemo />
      </WidgetSection>
      <WidgetSection id="correction-editor" name="CorrectionEditor" hook="useCorrection">
        <CorrectionEditorDemo />
      </WidgetSection>
      <WidgetSection id="inline-annotations" name="InlineAnnotations" hook="useAnnotations">
        <InlineAnnotationsDemo />
      </WidgetSection>
      <WidgetSection id="impact-notice" name="ImpactNotice" hook="useImpact">
        <Text>
          It asks the adapter for improvements, or takes them as <Code>improvements</Code>, as here. Once
          closed, it stays closed on the next visit.
        </Text>
        <ImpactNoticeDemo />
      </WidgetSection>
    </>
  );
}

interface WidgetSectionProps {
  id: string;
  name: keyof typeof widgetSamples;
  /** The hook beneath it. */
  hook: string;
  /** The widget, live. */
  children: ReactNode;
}

/** A widget: live, its code, and everything that can be set. */
function WidgetSection({ id, name, hook, children }: WidgetSectionProps) {
  const { about, props, parts } = componentNamed(name);
  return (
    <Section id={id} title={name}>
      <Text>
        <Spoken text={about} />
      </Text>
      {children}
      <CodeBlock label={`${name} in your page`} code={widgetSamples[name]} />
      <OwnProps members={props} />
      <PartNames parts={parts} />
      <HookDetails hook={hookNamed(hook)} />
    </Section>
  );
}
