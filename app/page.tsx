import { Terminal } from "lucide-react";
import { redirect } from "next/navigation";
import { FirstProject } from "#components/dashboard/setup/first-project.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Narrow } from "#components/ui/narrow.tsx";
import { anySession } from "#lib/platform/auth/page-access.ts";
import { hasOwner } from "#lib/platform/auth/setup-link.ts";
import { readerTheme } from "./reader-theme.ts";

/** Where the bare address leads: to set-up, to sign-in, or to the reader's first project. */
export default async function HomePage() {
  const session = await anySession();
  if (session?.firstProjectSlug) redirect(`/${session.firstProjectSlug}`);
  if (session)
    return (
      <Narrow title="Create a project">
        <FirstProject user={session.user} theme={await readerTheme()} />
      </Narrow>
    );
  if (await hasOwner()) redirect("/sign-in");
  return (
    <Narrow title="Welcome to Whetstone">
      <EmptyState icon={Terminal} title="Open the setup link">
        <p>
          This installation has no owner yet. The terminal running{" "}
          <code className="font-mono">npm start</code> shows a link to{" "}
          <code className="font-mono">/setup</code>. The link works once.
        </p>
      </EmptyState>
    </Narrow>
  );
}
