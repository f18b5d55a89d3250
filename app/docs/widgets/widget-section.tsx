import type { ReactNode } from "react";
import { Section, Text } from "#components/docs/section.tsx";
import { Spoken } from "#components/docs/spoken.tsx";
import { HookDetails, OwnProps, PartNames } from "#components/docs/widget-reference.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { componentNamed, hookNamed } from "./reference.ts";
import { widgetSamples } from "./samples.ts";

interface WidgetSectionProps {
  id: string;
  name: keyof typeof widgetSamples;
  /** The hook beneath it. */
  hook: string;
  /** The widget, live. */
  children: ReactNode;
}

/** A widget: live, its code, and everything that can be set. */
export function WidgetSection({ id, name, hook, children }: WidgetSectionProps) {
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
