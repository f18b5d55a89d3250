/** One passage that the model was given, as it can be shown. */
export interface ContextPassage {
  text: string;
  id: string | null;
  source: string | null;
  score: number | null;
  contentVersion: string | null;
}

/** The passages of a stored `retrieved_context`: strings or objects, in their order. What is neither is shown as JSON. */
export function contextPassages(stored: unknown): ContextPassage[] {
  if (!Array.isArray(stored)) return [];
  return stored.map((entry: unknown) => {
    if (typeof entry === "string") return passage(entry, {});
    const fields = typeof entry === "object" && entry !== null ? (entry as Record<string, unknown>) : {};
    return passage(text(fields.text) ?? JSON.stringify(entry, null, 2), fields);
  });
}

const passage = (words: string, fields: Record<string, unknown>): ContextPassage => ({
  text: words,
  id: text(fields.id),
  source: text(fields.source),
  score: typeof fields.score === "number" ? fields.score : null,
  contentVersion: text(fields.content_version),
});

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
