"use client";

import { PageFailed } from "#components/dashboard/shell/page-failed.tsx";

/** What stands where a page could not be made; the sidebar stays. */
export default function ProjectError({ error, retry }: { error: unknown; retry: () => void }) {
  return <PageFailed error={error} retry={retry} />;
}
