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
          Widgets follow the system’s light or dark mode, unless the nearest ancestor with{" "}
          <Code>data-theme="light"</Code> or <Code>"dark"</Code>, or with the class <Code>light</Code> or{" "}
          <Code>dark</Code>, overrides it. Text inherits the surrounding font. Colors, corner radius and font
          are CSS variables that you can set on any ancestor.
        </Text>
        <ThemingDemo />
        <Subheading>Variables</Subheading>
        <VariablesList variables={reference.variables} words={variableTexts} />
        <Text>
          For further styling, every element has a class and a part with the same name:{" "}
          <Code>.whetstone-thumb</Code>, or <Code>::part(thumb)</Code> in custom elements. The names are
          listed with each widget.
        </Text>
      </Section>
      <Section id="languages" title="Languages">
        <Text>
          Eight languages are included, and only those you import end up in your bundle. You can override any
          text.
        </Text>
        <LanguagesDemo />
        <CodeBlock label="In German" code={german} />
      </Section>
      <Section id="every-widget" title="Common props">
        <OwnProps members={reference.every} />
      </Section>
      <Section id="adapter" title="Adapters">
        <Text>
          Widgets send everything through an adapter. <Code>httpAdapter(options)</Code> connects to a
          Whetstone server, with a queue that survives connection loss and page reloads. To use your own
          backend, implement the methods yourself and throw <Code>FeedbackRefused</Code> if something was not
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
