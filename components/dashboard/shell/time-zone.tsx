"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Tells the server the reader's time zone, and has the page drawn again if it was drawn in another. */
export function TimeZone({ known }: { known: string }) {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!zone || zone === known) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
    document.cookie = `tz=${encodeURIComponent(zone)}; path=/; max-age=31536000; samesite=lax`;
    // Without cookies the server would never know, and asking again would never end.
    if (document.cookie.includes("tz=")) router.refresh();
  }, [known, router]);
  return null;
}
