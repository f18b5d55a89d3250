import { formatCountOf, formatDuration } from "./numbers.ts";

const triggers: Record<string, string> = {
  submit: "sent by the user",
  copy: "taken when the text was copied",
  leave: "taken when the page was left",
};

/** What the widget told of how an edit came about (`metadata.edit` of a correction), in words; "" where it told nothing. */
export function formatEdit(edit: unknown): string {
  const { time_spent_ms: time, edit_distance: distance, trigger } = fieldsOf(edit);
  return [
    typeof distance === "number" && `${formatCountOf(distance, "word")} changed`,
    typeof time === "number" && time >= 0 && `${formatDuration(time)} of editing`,
    typeof trigger === "string" && triggers[trigger],
  ]
    .filter(Boolean)
    .join(" · ");
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
