import { Braces, MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { INSTALL_NOTE, installCommand } from "#components/dashboard/setup/first-event-code.ts";
import { Code, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { readerOrigin } from "../reader-origin.ts";

export const metadata: Metadata = { title: "Docs" };

const guides = [
  {
    href: "/docs/widgets",
    icon: MessageSquareText,
    title: "Widgets",
    note: "Live examples of every widget with code, props, styles and events, for React, plain HTML and shadcn/ui.",
  },
  {
    href: "/docs/api",
    icon: Braces,
    title: "API reference",
    note: "Log answers, collect feedback and read metrics, with an example for every endpoint.",
  },
];

/** Where the guides begin, for whoever is asked to build something: no session needed. */
export default async function DocsPage() {
  const origin = await readerOrigin();
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-3xl space-y-8 px-4 py-8 outline-none sm:px-6"
    >
      <div className="space-y-3">
        <h1 className="font-semibold text-2xl tracking-tight">Docs</h1>
        <Text>
          How to send your product’s answers and your users’ feedback to Whetstone at <Code>{origin}</Code>.
        </Text>
      </div>
      <ul className="grid gap-3 sm:grid-cols-2">
        {guides.map(({ href, icon: Icon, title, note }) => (
          <li key={href}>
            <Link
              href={href}
              className="block h-full rounded-lg border border-line bg-surface p-4 transition-colors hover:bg-hover"
            >
              <span className="flex items-center gap-2 font-semibold text-ink text-sm">
                <Icon aria-hidden className="size-4 text-accent" />
                {title}
              </span>
              <span className="mt-1.5 block text-faint text-sm">{note}</span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="space-y-3">
        <h2 className="font-semibold text-lg tracking-tight">Getting started</h2>
        <Text>
          Your server logs each answer with the project’s secret key. The page that shows the answer renders a
          widget with the publishable key and the feedback token returned by logging. Create both keys in the
          project’s settings.
        </Text>
        <CodeBlock label="Install the widgets" code={installCommand(origin)} />
        <Text>{INSTALL_NOTE}</Text>
      </div>
    </main>
  );
}
