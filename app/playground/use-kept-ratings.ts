"use client";
import { useEffect } from "react";
import { createBrowserClient } from "#whetstone/client";

/** Sends what an earlier visit could not, before there is a draft whose widgets would. */
export function useKeptRatings(publishableKey: string | null): void {
  useEffect(() => {
    if (publishableKey === null) return;
    const client = createBrowserClient({ baseUrl: "", publishableKey });
    return () => void client.close(0);
  }, [publishableKey]);
}
