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
    <Section id="any-page" title="Any page">
      <Text>
        One script, no build: it registers custom elements that draw the same widgets, each in a shadow root
        of its own, so that the page’s styles and theirs do not meet. List the page’s origin with the key.
      </Text>
      <CodeBlock label="Your page" code={embedPage(origin)} />
      <NamedList items={elements} />
      <Text>
        Or mark the answers: whatever carries <Code>data-whetstone-interaction</Code> gets a bar below it,
        also when it comes later. Every attribute below may be given so.
      </Text>
      <CodeBlock label="Marked answers" code={markedAnswers} />
      <CodeBlock label="A draft in a form" code={embedEditor} />
      <Subheading>Attributes</Subheading>
      <NamedList items={elementAttributes} />
      <Subheading>Events</Subheading>
      <NamedList items={elementEvents} />
      <Subheading>Looks</Subheading>
      <CodeBlock label="Your styles" code={embedStyle} />
    </Section>
  );
}
