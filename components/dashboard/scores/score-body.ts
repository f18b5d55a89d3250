import type { ScoreType } from "#lib/domain/score.ts";

/** The body that declares a score, of what a form holds. A bound that is no number goes as text and is refused by name. */
export function scoreBody(type: ScoreType, form: FormData): Record<string, unknown> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const bound = (name: string) => {
    const entered = text(name);
    if (type !== "number" || entered === "") return {};
    return { [name]: Number.isNaN(Number(entered)) ? entered : Number(entered) };
  };
  const labels = text("labels")
    .split("\n")
    .map((label) => label.trim())
    .filter((label) => label !== "");
  return {
    ...{ type, direction: text("direction") },
    ...bound("min"),
    ...bound("max"),
    ...(type === "category" ? { labels } : {}),
  };
}
