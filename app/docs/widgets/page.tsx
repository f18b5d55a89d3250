import type { Metadata } from "next";
import { readerOrigin } from "#app/reader-origin.ts";
import { INSTALL_NOTE, installCommand } from "#components/dashboard/setup/first-event-code.ts";
import { Contents } from "#components/docs/contents.tsx";
import { NamedList } from "#components/docs/named-list.tsx";
import { Code, Section, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { AnyPage } from "./any-page.tsx";
import { Family } from "./family.tsx";
import { Hooks } from "./hooks.tsx";
import { places } from "./places.ts";
import { ReferenceParts } from "./reference-parts.tsx";
import { registryItems } from "./registry-items.ts";
import { quickStart } from "./samples.ts";
import "#whetstone/styles.css";

export const metadata: Metadata = { title: "Widgets" };

/** Every widget of the package, live, with its code and all that can be set. */
export default async function WidgetsPage() {
  const origin = await readerOrigin();
  return (
    <div className="mx-auto w-full max-w-6xl gap-12 px-4 sm:px-6 lg:grid lg:grid-cols-[12rem_minmax(0,1fr)]">
      <Contents groups={places} />
      <main id="content" tabIndex={-1} className="min-w-0 space-y-12 py-8 outline-none">
        <div className="space-y-3">
          <h1 className="font-semibold text-2xl tracking-tight">Widgets</h1>
          <Text>
            What end users touch. Every example on this page works: it answers inside the page and sends
            nothing. Choose how the pretended server behaves, and read below each widget what it would send.
            What servers may call is in the{" "}
            <Link className="text-accent underline underline-offset-2" href="/docs/api">
              API reference
            </Link>
            .
          </Text>
        </div>
        <Section id="start" title="Start">
          <Text>
            Your own server hands the package out, in the version that fits it. Your backend logs an answer
            and gets an id and a feedback token; the page that shows the answer needs both, and a publishable
            key.
          </Text>
          <CodeBlock label="Install" code={installCommand(origin)} />
          <Text>{INSTALL_NOTE}</Text>
          <CodeBlock label="answer.tsx" code={quickStart(origin)} />
        </Section>
        <Family />
        <Hooks />
        <AnyPage origin={origin} />
        <Shadcn origin={origin} />
        <ReferenceParts />
      </main>
    </div>
  );
}

/** The widgets as source, for those who want to own it. */
function Shadcn({ origin }: { origin: string }) {
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
