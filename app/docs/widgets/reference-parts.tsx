import { PropsList } from "#components/docs/props-list.tsx";
import { Code, Section, Subheading, Text } from "#components/docs/section.tsx";
import { variableTexts } from "#components/docs/variable-texts.ts";
import { VariablesList } from "#components/docs/variables-list.tsx";
import { OwnProps } from "#components/docs/widget-reference.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { LanguagesDemo } from "./languages-demo.tsx";
import { reference, typeNamed } from "./reference.ts";
import { ThemingDemo } from "./theming-demo.tsx";

const german = `import { FeedbackBar, germanTexts } from "whetstone/react";

<FeedbackBar {...answer} texts={germanTexts} />
<FeedbackBar {...answer} texts={{ ...germanTexts, thumbsUp: "Hilfreich" }} />`;

/** What holds for all widgets: looks, languages, props, adapters. */
export function ReferenceParts() {
  return (
    <>
      <Section id="theming" title="Theming">
        <Text>
          Light or dark follows the reader’s system, unless the nearest ancestor with{" "}
          <Code>data-theme="light"</Code> or <Code>"dark"</Code>, or with the class <Code>light</Code> or{" "}
          <Code>dark</Code>, says otherwise. Text inherits the font around it. Every colour, the corners and
          the type are variables to set on any ancestor.
        </Text>
        <ThemingDemo />
        <Subheading>Variables</Subheading>
        <VariablesList variables={reference.variables} words={variableTexts} />
        <Text>
          For more than that, every element has a class and a part of one name: <Code>.whetstone-thumb</Code>,
          and in the custom elements <Code>::part(thumb)</Code>. The names are listed with each widget.
        </Text>
      </Section>
      <Section id="languages" title="Languages">
        <Text>
          Eight dictionaries come along, and only those that you import end up in your bundle. Any single word
          can be said otherwise.
        </Text>
        <LanguagesDemo />
        <CodeBlock label="In German" code={german} />
      </Section>
      <Section id="every-widget" title="What every widget takes">
        <OwnProps members={reference.every} />
      </Section>
      <Section id="adapter" title="Adapters">
        <Text>
          An adapter is all that a widget knows of the world. <Code>httpAdapter(options)</Code> speaks to a
          Whetstone server, through a queue that outlives being offline and the page. To go through your own
          backend, write the methods yourself and throw <Code>FeedbackRefused</Code> when something was not
          stored.
        </Text>
        {["HttpAdapterOptions", "FeedbackAdapter"].map((name) => (
          <div key={name} className="space-y-3">
            <Subheading>{name}</Subheading>
            <PropsList members={typeNamed(name).members} />
          </div>
        ))}
      </Section>
    </>
  );
}
