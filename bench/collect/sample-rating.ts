import { sampleInteraction } from "./sample-interaction.ts";

/** Where the token stands in the body of a rating with a publishable key: written over with that of its answer. */
export const TOKEN_PLACE = "~";

/** A rating with its answer inline, about 0.8 kB, as a server of a customer would send it. */
export function sampleRating(number: number, interactionId: string) {
  const { interaction_id, feature_name, prompt_text, response_text, model_name, user_id, session_id } =
    sampleInteraction(number, interactionId);
  return {
    interaction_id,
    rating_type: "binary",
    rating_value: number % 3 === 0 ? 0 : 1,
    user_id,
    session_id,
    feature_name,
    prompt_text,
    response_text,
    model_name,
  };
}

/** One such rating as it is sent. */
export type SampleRating = ReturnType<typeof sampleRating>;

/**
 * A thumb as the widgets send it: with an id of its own, by which a retry is known, and the token of its answer.
 * @param tokenLength characters of a token.
 */
export function sampleThumb(number: number, interactionId: string, tokenLength: number) {
  return {
    feedback_id: interactionId,
    interaction_id: interactionId,
    rating_type: "binary",
    rating_value: number % 3 === 0 ? 0 : 1,
    device_id: `device-${1_000 + (number % 256)}`,
    feedback_token: TOKEN_PLACE.repeat(tokenLength),
  };
}
