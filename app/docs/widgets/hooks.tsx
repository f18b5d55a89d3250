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
      <Section id="headless" title="Headless hooks">
        <Text>
          Every widget is built on a hook that provides its state and actions: optimistic updates with
          rollback, saved drafts and retries. Use it to build your own interface. Each hook is listed with its
          widget.
        </Text>
        <HeadlessDemo />
        <CodeBlock label="Custom thumbs" code={hookSamples.headless} />
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
