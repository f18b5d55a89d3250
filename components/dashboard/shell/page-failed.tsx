"use client";

import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** How often to check whether the database is back, in milliseconds. */
const ASK_EVERY = 5_000;

/** The page for a failed render; while the database is unavailable, polls for it and reloads. */
export function PageFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const [away, setAway] = useState(false);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  useEffect(() => {
    let seenAway = false;
    const ask = async () => {
      const status = await fetch("/api/ready", { cache: "no-store" }).then(
        (response) => response.status,
        () => 503,
      );
      setAway(status === 503);
      if (status === 200 && seenAway) retry();
      seenAway = status === 503;
    };
    void ask();
    const timer = setInterval(ask, ASK_EVERY);
    return () => clearInterval(timer);
  }, [retry]);
  return (
    <div className="mx-auto max-w-md py-16 text-center" role="alert">
      <title>Page unavailable · Whetstone</title>
      <CloudOff aria-hidden className="mx-auto mb-3 size-8 text-faint" />
      <h1 className="font-semibold text-lg">
        {away ? "The database is unavailable" : "This page could not be loaded"}
      </h1>
      <p className="mt-1 text-faint text-sm">
        {away
          ? "No acknowledged data is lost. This page reloads as soon as the database is back."
          : "Something went wrong. Try again. If it keeps happening, check the server log."}
      </p>
      <Button tone="primary" className="mt-4" onClick={retry}>
        Try again
      </Button>
      {digest && !away && <p className="mt-3 text-faint text-xs">Log reference: {digest}</p>}
    </div>
  );
}
