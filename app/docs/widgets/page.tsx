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
            The widgets your users see. The examples on this page are live, but run locally and send nothing.
            Choose how the simulated server behaves, and see below each widget what it would send. For the
            endpoints, see the{" "}
            <Link className="text-accent underline underline-offset-2" href="/docs/api">
              API reference
            </Link>
            .
          </Text>
        </div>
        <Section id="start" title="Getting started">
          <Text>
            Install the package from your Whetstone server, so that the versions match. Your backend logs an
            answer and gets an ID and a feedback token. The page that shows the answer needs both, plus a
            publishable key.
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
        This copies a widget’s source into your project, under <Code>components/whetstone</Code>, with colors
        from your shadcn theme. The code is yours to change.
      </Text>
      <CodeBlock label="In your project" code={`npx shadcn@latest add ${origin}/r/feedback-bar.json`} />
      <NamedList items={registryItems} />
    </Section>
  );
}
