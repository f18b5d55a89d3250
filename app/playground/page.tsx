import { FolderOpen } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { playgroundAccess } from "./playground-access.ts";
import { TaskPanelState } from "./task-desk.tsx";
import { TopBar } from "./top-bar.tsx";
import "#whetstone/styles.css";
import "./playground.css";

export const metadata: Metadata = { title: "Playground" };

/** An AI product in small: a draft to rate, mark and edit, the way an end user would. */
export default async function PlaygroundPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { project: asked, task } = await searchParams;
  const access = await playgroundAccess(typeof asked === "string" && asked !== "" ? asked : undefined);
  const theme = (await cookies()).get("theme")?.value;
  return (
    <>
      <TopBar
        projects={access?.projects ?? []}
        slug={access?.project.slug ?? null}
        theme={theme === "light" || theme === "dark" ? theme : "system"}
      />
      <main id="content" className="playground mx-auto w-full max-w-6xl px-4 py-6 sm:px-6 lg:py-8">
        <PageHeader
          title="Playground"
          note="Generate a draft, then rate, highlight and edit it. Your feedback appears on the dashboard just as it would from your own product."
        />
        {access ? (
          <>
            {!access.model && (
              <Notice className="mb-4">
                Drafts come from the built-in extractive writer. Set <code>LLM_BASE_URL</code>,{" "}
                <code>LLM_API_KEY</code>, <code>LLM_MODEL</code> to use a model.
              </Notice>
            )}
            {!access.publishableKey && (
              <Notice tone="warn" className="mb-4">
                The playground key of this project was revoked, so drafts can be generated but not rated. To
                rate drafts, use another project.
              </Notice>
            )}
            <TaskPanelState
              key={access.project.projectId}
              task={typeof task === "string" ? task : undefined}
              project={access.project}
              userId={access.userId}
              publishableKey={access.publishableKey}
            />
          </>
        ) : (
          <EmptyState icon={FolderOpen} title="You are not a member of any project yet">
            <p>Ask an owner or admin to add you to their organization.</p>
          </EmptyState>
        )}
      </main>
    </>
  );
}
