import { formatCountOf, formatDuration } from "./numbers.ts";

const triggers: Record<string, string> = {
  submit: "submitted by the user",
  copy: "captured when the text was copied",
  leave: "captured when the user left the page",
};

/** How an edit was made, from the widget's `metadata.edit` of a correction, in words; "" without it. */
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
