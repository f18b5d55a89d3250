"use client";

import { CloudOff } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";

/** How long to wait between two questions whether the database is back, in milliseconds. */
const ASK_EVERY = 5_000;

/** What to do about a page that could not be made; while the database is away, asks for it and comes back by itself. */
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
      <title>Not to be shown · Whetstone</title>
      <CloudOff aria-hidden className="mx-auto mb-3 size-8 text-faint" />
      <h1 className="font-semibold text-lg">
        {away ? "The database is away" : "This page could not be shown"}
      </h1>
      <p className="mt-1 text-faint text-sm">
        {away
          ? "Nothing is lost: what was acknowledged is stored. This page comes back by itself as soon as the database does."
          : "Something broke on the way. Try again; if it stays, the server's log says more."}
      </p>
      <Button tone="primary" className="mt-4" onClick={retry}>
        Try again
      </Button>
      {digest && !away && <p className="mt-3 text-faint text-xs">In the log: {digest}</p>}
    </div>
  );
}
