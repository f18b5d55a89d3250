import type { ReactNode } from "react";
import { Section, Text } from "#components/docs/section.tsx";
import { HookReferenceLists } from "#components/docs/widget-reference.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { EditCaptureDemo, FeedbackSignalsDemo, HeadlessDemo } from "./hook-demos.tsx";
import { hookNamed } from "./reference.ts";
import { hookSamples } from "./samples.ts";

/** The hooks that watch what the host draws, and those beneath our own widgets. */
export function Hooks() {
  return (
    <>
      <HookSection id="use-edit-capture" name="useEditCapture">
        <EditCaptureDemo />
      </HookSection>
      <HookSection id="use-feedback-signals" name="useFeedbackSignals">
        <FeedbackSignalsDemo />
      </HookSection>
      <Section id="headless" title="Without our looks">
        <Text>
          Beneath every widget is a hook with its state and what can be done: sending at once, rolling back,
          keeping what was typed, trying again. Draw what you like above it. Each hook is listed with its
          widget.
        </Text>
        <HeadlessDemo />
        <CodeBlock label="Thumbs of your own" code={hookSamples.headless} />
      </Section>
    </>
  );
}

interface HookSectionProps {
  id: string;
  name: "useEditCapture" | "useFeedbackSignals";
  /** The hook at work. */
  children: ReactNode;
}

function HookSection({ id, name, children }: HookSectionProps) {
  return (
    <Section id={id} title={name}>
      {children}
      <CodeBlock label={`${name} in your page`} code={hookSamples[name]} />
      <div className="space-y-3 text-sm">
        <HookReferenceLists hook={hookNamed(name)} />
      </div>
    </Section>
  );
}
