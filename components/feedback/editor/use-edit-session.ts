"use client";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import { type EditHost, EditSession, type EditState, unknownEdit } from "./edit-session.ts";

/** React 18 warns of layout effects while it renders on a server, where there is no layout. */
const useBeforePaint = typeof window === "undefined" ? useEffect : useLayoutEffect;

const unknown = () => unknownEdit;

/** The session of the host's interaction and its present state. Another interaction is another session. */
export function useEditSession(
  host: EditHost,
  field: RefObject<HTMLElement | null> | undefined,
): [EditSession, EditState] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else the host says is told by `update`
  const session = useMemo(() => new EditSession(host), [host.interactionId]);
  useBeforePaint(() => {
    session.update(host);
    if (field) session.attach(field.current);
  });
  useBeforePaint(() => session.start(), [session]);
  return [session, useSyncExternalStore(session.subscribe, session.state, unknown)];
}
