"use client";
import { type RefObject, useMemo, useSyncExternalStore } from "react";
import { useBeforePaint } from "../widget/use-before-paint.ts";
import { type EditHost, EditSession, type EditState, unknownEdit } from "./edit-session.ts";

const unknown = () => unknownEdit;

/**
 * The session of the host's interaction and its current state. Each interaction has its own session.
 * `restores`: the unfinished text of an earlier visit is shown again.
 */
export function useEditSession(
  host: EditHost,
  field: RefObject<HTMLElement | null> | undefined,
  restores = false,
): [EditSession, EditState] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else the host says is told by `update`
  const session = useMemo(() => new EditSession(host), [host.interactionId]);
  useBeforePaint(() => {
    session.update(host);
    if (field) session.attach(field.current);
  });
  useBeforePaint(() => {
    if (restores) session.restore();
    return session.start();
  }, [session, restores]);
  return [session, useSyncExternalStore(session.subscribe, session.state, unknown)];
}
