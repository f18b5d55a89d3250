"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Scope } from "./file-name.ts";

const Context = createContext<Scope>({});

/** Tells the charts of a page what it shows, for the names of their files. */
export function ExportScope({ project, from, to, children }: Scope & { children: ReactNode }) {
  const scope = useMemo(() => ({ project, from, to }), [project, from, to]);
  return <Context value={scope}>{children}</Context>;
}

/** What the page at hand shows. */
export const useScope = (): Scope => useContext(Context);
