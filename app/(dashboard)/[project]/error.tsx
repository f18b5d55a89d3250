"use client";

import { PageFailed } from "#components/dashboard/shell/page-failed.tsx";

/** The page for a failed render; the sidebar stays. */
export default function ProjectError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageFailed error={error} retry={retry} />;
}
