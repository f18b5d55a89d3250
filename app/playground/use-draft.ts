"use client";
import { useEffect, useReducer, useRef, useState } from "react";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import type { PlaygroundPanel } from "./desk.ts";
import { type DraftEvent, type DraftState, noDraft, reduceDraft } from "./draft-state.ts";
import { keepTask, readKept, taskKey } from "./kept-task.ts";
import type { TaskWords } from "./tasks.ts";

/** What `POST /api/playground/drafts` answers. */
interface DraftAnswer {
  interaction_id: string;
  feedback_token: string;
  text: string;
  model_name: string;
}

/** One task of the playground, and what the reader can do with it. */
interface TaskState {
  state: DraftState;
  input: string;
  setInput: (input: string) => void;
  /** Asks for the next draft; does nothing while one is being written. */
  ask: (input: string) => Promise<void>;
}

/** The text and the draft of one task; a reload of the tab brings both back. */
export function useDraft(
  { project: { projectId }, userId }: PlaygroundPanel,
  { task, example }: TaskWords,
): TaskState {
  const [state, dispatch] = useReducer(reduceDraft, noDraft);
  const [input, setInput] = useState(example);
  const [restored, setRestored] = useState(false);
  const key = taskKey(projectId, userId, task);
  const { draft } = state;
  useEffect(() => {
    const kept = readKept(() => sessionStorage, key);
    if (kept) {
      setInput(kept.input);
      dispatch({ type: "restored", draft: kept.draft });
    }
    setRestored(true);
  }, [key]);
  useEffect(() => {
    if (restored) keepTask(() => sessionStorage, key, { input, draft });
  }, [restored, key, input, draft]);
  const underWay = useRef(false);
  const ask = async (input: string) => {
    if (underWay.current) return;
    underWay.current = true;
    dispatch({ type: "asked" });
    const body = { project_id: projectId, task, input };
    const sent = await sendJson<DraftAnswer | null>("POST", "/api/playground/drafts", body);
    underWay.current = false;
    dispatch(eventOf(sent, input));
  };
  return { state, input, setInput, ask };
}

function eventOf(sent: Sent<DraftAnswer | null>, input: string): DraftEvent {
  if (!sent.ok) {
    // The text is the only field that the reader fills in.
    const message = sent.fields.input ? `Your text: ${sent.fields.input}` : sent.message;
    return { type: "failed", failure: { message, signedOut: sent.status === 401 } };
  }
  if (!sent.data)
    return { type: "failed", failure: { message: "Could not read the response.", signedOut: false } };
  const { interaction_id, feedback_token, text, model_name } = sent.data;
  return {
    type: "written",
    draft: {
      interactionId: interaction_id,
      feedbackToken: feedback_token,
      input,
      text,
      modelName: model_name,
    },
  };
}
