"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { withParams } from "./address.ts";
import { useViewTransition } from "./view-transition.tsx";

/**
 * Changes what the address asks for, null taking a value away, while the page stays as it is, its figures dimmed, until
 * the next is there.
 */
export function useAddress() {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const own = useTransition();
  const [pending, start] = useViewTransition() ?? own;
  const change = (changes: Record<string, string | null>) =>
    start(() => router.push(withParams(path, search, changes), { scroll: false }));
  return { change, pending };
}
