import { countOf, durationWords } from "./words.ts";

const triggers: Record<string, string> = {
  submit: "sent by the user",
  copy: "taken when the text was copied",
  leave: "taken when the page was left",
};

/** What the widget told of how an edit came about (`metadata.edit` of a correction), in words; "" where it told nothing. */
export function editWords(metadata: unknown): string {
  const { time_spent_ms: time, edit_distance: distance, trigger } = fieldsOf(fieldsOf(metadata).edit);
  return [
    typeof distance === "number" && `${countOf(distance, "word")} changed`,
    typeof time === "number" && time >= 0 && `${durationWords(time)} of editing`,
    typeof trigger === "string" && triggers[trigger],
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What else was kept beside a rating; null where there is nothing. */
export function otherMetadata(metadata: unknown): Record<string, unknown> | null {
  const { edit, ...rest } = fieldsOf(metadata);
  return Object.keys(rest).length > 0 ? rest : null;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
