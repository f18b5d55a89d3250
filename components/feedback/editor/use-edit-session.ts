"use client";
import { type RefObject, useMemo, useSyncExternalStore } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { type EditHost, EditSession, type EditState, unknownEdit } from "./edit-session.ts";

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
