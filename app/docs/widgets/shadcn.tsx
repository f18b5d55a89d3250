import { NamedList } from "#components/docs/named-list.tsx";
import { Code, Section, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { registryItems } from "./registry-items.ts";

/** The widgets as source, for those who want to own it. */
export function Shadcn({ origin }: { origin: string }) {
  return (
    <Section id="shadcn" title="shadcn/ui">
      <Text>
        This copies a widget’s source into your project, under <Code>components/whetstone</Code>, with its
        colours taken from your shadcn theme. From then on it is yours.
      </Text>
      <CodeBlock label="In your project" code={`npx shadcn@latest add ${origin}/r/feedback-bar.json`} />
      <NamedList items={registryItems} />
    </Section>
  );
}
