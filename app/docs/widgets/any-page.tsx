import { NamedList } from "#components/docs/named-list.tsx";
import { Code, Section, Subheading, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import {
  elementAttributes,
  elementEvents,
  elements,
  embedEditor,
  embedPage,
  embedStyle,
  markedAnswers,
} from "./element-words.ts";

/** The widgets without React: custom elements, and the attribute form. */
export function AnyPage({ origin }: { origin: string }) {
  return (
    <Section id="any-page" title="Custom elements">
      <Text>
        One script, no build step. It registers custom elements that render the same widgets in shadow roots,
        so that their styles do not conflict with the page’s. Add the page’s origin to the key’s allowed
        origins.
      </Text>
      <CodeBlock label="Your page" code={embedPage(origin)} />
      <NamedList items={elements} />
      <Text>
        Alternatively, mark your answers: every element with <Code>data-whetstone-interaction</Code> gets a
        feedback bar below it, including elements added later. All attributes below can be set this way.
      </Text>
      <CodeBlock label="Marked answers" code={markedAnswers} />
      <CodeBlock label="A draft in a form" code={embedEditor} />
      <Subheading>Attributes</Subheading>
      <NamedList items={elementAttributes} />
      <Subheading>Events</Subheading>
      <NamedList items={elementEvents} />
      <Subheading>Styling</Subheading>
      <CodeBlock label="Your styles" code={embedStyle} />
    </Section>
  );
}
