"use client";

import { createContext, type TransitionStartFunction, use } from "react";

/** How a part of a page starts a change of its address, and whether one is under way. */
type ViewTransition = readonly [pending: boolean, start: TransitionStartFunction];

const Context = createContext<ViewTransition | null>(null);

/** Hands one transition to all that changes a page's address, so that its figures know that they are old. */
export const ViewTransitionProvider = Context;

/** The page's one transition; null outside of a page of figures. */
export const useViewTransition = (): ViewTransition | null => use(Context);
