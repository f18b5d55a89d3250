import type { ReactNode } from "react";
import { Section, Text } from "#components/docs/section";
import { Spoken } from "#components/docs/spoken";
import { HookDetails, OwnProps, PartNames } from "#components/docs/widget-reference";
import { CodeBlock } from "#components/ui/code-block";
import { componentNamed, hookNamed, reference } from "./reference.ts";

interface WidgetSectionProps {
  id: string;
  name: string;
  /** The hook beneath it. */
  hook: string;
  code: string;
  /** The widget, live. */
  children: ReactNode;
}

/** A widget: live, its code, and everything that can be set. */
export function WidgetSection({ id, name, hook, code, children }: WidgetSectionProps) {
  const { about, props, parts } = componentNamed(name);
  return (
    <Section id={id} title={name}>
      <Text>
        <Spoken text={about} />
      </Text>
      {children}
      <CodeBlock label={`${name} in your page`} code={code} />
      <OwnProps members={props} />
      <PartNames parts={parts} />
      {reference.hooks.some(({ name: known }) => known === hook) && <HookDetails hook={hookNamed(hook)} />}
    </Section>
  );
}
