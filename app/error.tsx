"use client";

import { PageFailed } from "#components/dashboard/shell/page-failed.tsx";

/** What stands where not even a page's frame could be made, as while the database is away. */
export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center px-4">
      <PageFailed error={error} retry={retry} />
    </main>
  );
}
