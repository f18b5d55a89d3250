"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { bothKeys } from "./both-keys.ts";
import { embedSnippet, firstEventCurl, INSTALL_NOTE, installCommand } from "./first-event-code.ts";
import type { NewProjectKeys } from "./made-project.ts";
import { NewKeys } from "./new-keys.tsx";
import { SampleLoader } from "./sample-loader.tsx";
import { SetupForm } from "./setup-form.tsx";

/** First the form, then the keys; both without leaving the page, for the keys are never shown again. */
export function SetupFlow({ token }: { token: string }) {
  const [made, setMade] = useState<NewProjectKeys | null>(null);
  return made ? <SetupKeys made={made} /> : <SetupForm token={token} onMade={setMade} />;
}

/** The keys of the first project, once, and what to do with them. */
function SetupKeys({ made }: { made: NewProjectKeys }) {
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(window.location.origin), []);
  return (
    <div className="space-y-6">
      <NewKeys keys={bothKeys(made)} />
      <section className="space-y-2">
        <h2 className="font-semibold text-sm">Send the first rating</h2>
        <CodeBlock label="From a terminal" code={firstEventCurl(origin, made.secret_key)} />
        <CodeBlock label="Install the widgets" code={installCommand(origin)} />
        <p className="text-faint text-sm">{INSTALL_NOTE}</p>
        <CodeBlock label="In your product" code={embedSnippet(origin, made.publishable_key)} />
        <p className="text-faint text-sm">
          Try every widget and copy its code in the{" "}
          <Link href="/docs/widgets" className="font-medium text-accent underline underline-offset-2">
            embedding guide
          </Link>
          .
        </p>
      </section>
      <section className="space-y-2">
        <h2 className="font-semibold text-sm">Or explore sample data first</h2>
        <p className="text-faint text-sm">
          The sample project contains 90 days of generated answers and ratings. You can delete it at any time.
        </p>
        <SampleLoader />
      </section>
      <ButtonLink href={`/${made.project_slug}`} tone="primary" className="w-full">
        Go to dashboard
      </ButtonLink>
    </div>
  );
}
