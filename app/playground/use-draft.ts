"use client";
import { useReducer, useRef } from "react";
import type { DraftTask } from "#lib/act/drafts/index";
import { type Sent, sendJson } from "../../components/ui/send-json.ts";
import { type DraftEvent, type DraftState, noDraft, reduceDraft } from "./draft-state.ts";

/** What `POST /api/playground/drafts` answers. */
interface DraftAnswer {
  interaction_id: string;
  feedback_token: string;
  text: string;
  model_name: string;
}

/** The draft of one task and how to ask for the next; asking while one is being written does nothing. */
export function useDraft(projectId: string, task: DraftTask): [DraftState, (input: string) => Promise<void>] {
  const [state, dispatch] = useReducer(reduceDraft, noDraft);
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
  return [state, ask];
}

function eventOf(sent: Sent<DraftAnswer | null>, input: string): DraftEvent {
  if (!sent.ok) {
    // The text is the only field that the reader fills in.
    const message = sent.fields.input ? `Your text: ${sent.fields.input}` : sent.message;
    return { type: "failed", failure: { message, signedOut: sent.status === 401 } };
  }
  if (!sent.data)
    return { type: "failed", failure: { message: "The answer could not be read.", signedOut: false } };
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
