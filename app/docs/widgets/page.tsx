import type { Metadata } from "next";
import { Contents } from "#components/docs/contents";
import { PropsList } from "#components/docs/props-list";
import { Code, Section, Text } from "#components/docs/section";
import { VariablesList } from "#components/docs/variables-list";
import { CodeBlock } from "#components/ui/code-block";
import { installCommand } from "../../../components/dashboard/first-event-code.ts";
import { variableWords } from "../../../components/docs/variable-words.ts";
import { ownOrigin } from "../../own-origin.ts";
import { CorrectionEditorDemo, FeedbackBarDemo, StarRatingDemo } from "./demos.tsx";
import { places } from "./places.ts";
import { reference } from "./reference.ts";
import { quickStart, widgetSamples } from "./samples.ts";
import { ThemingDemo } from "./theming-demo.tsx";
import { WidgetSection } from "./widget-section.tsx";
import "#whetstone/styles.css";

export const metadata: Metadata = { title: "Widgets" };

/** Every widget of the package, live, with its code and all that can be set. */
export default async function WidgetsPage() {
  const origin = await ownOrigin();
  return (
    <div className="mx-auto w-full max-w-6xl gap-12 px-4 sm:px-6 lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <Contents groups={places} />
      <main id="content" tabIndex={-1} className="min-w-0 max-w-3xl space-y-12 py-8 outline-none">
        <div className="space-y-3">
          <h1 className="font-semibold text-2xl tracking-tight">Widgets</h1>
          <Text>
            What end users touch. Every example on this page works: it answers inside the page and sends
            nothing. Choose how the pretended server behaves, and read below each widget what it would send.
          </Text>
        </div>
        <Section id="start" title="Start">
          <Text>Your server hands the package out; it fits the API that the same server speaks.</Text>
          <CodeBlock label="Install" code={installCommand(origin)} />
          <CodeBlock label="answer.tsx" code={quickStart(origin)} />
        </Section>
        <WidgetSection
          id="feedback-bar"
          name="FeedbackBar"
          hook="useFeedback"
          code={widgetSamples.FeedbackBar}
        >
          <FeedbackBarDemo />
        </WidgetSection>
        <WidgetSection id="star-rating" name="StarRating" hook="useStars" code={widgetSamples.StarRating}>
          <StarRatingDemo />
        </WidgetSection>
        <WidgetSection
          id="correction-editor"
          name="CorrectionEditor"
          hook="useCorrection"
          code={widgetSamples.CorrectionEditor}
        >
          <CorrectionEditorDemo />
        </WidgetSection>
        <Section id="theming" title="Theming">
          <Text>
            Light or dark follows the reader’s system, unless the nearest ancestor with{" "}
            <Code>data-theme="light"</Code> or <Code>"dark"</Code>, or with the class <Code>light</Code> or{" "}
            <Code>dark</Code>, says otherwise. Text inherits the font around it. Every colour, the corners and
            the type are variables to set on any ancestor.
          </Text>
          <ThemingDemo />
          <VariablesList variables={reference.variables} words={variableWords} />
          <Text>
            For more than that: every element carries a class, <Code>whetstone-</Code> and the name of its
            part (<Code>.whetstone-thumb</Code>, and in the custom elements <Code>::part(thumb)</Code>). The
            parts of each widget are listed with it.
          </Text>
        </Section>
        <Section id="every-widget" title="What every widget takes">
          <PropsList members={reference.every} />
        </Section>
      </main>
    </div>
  );
}
