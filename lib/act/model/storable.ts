/** A model's text as PostgreSQL can store it: it stores neither NUL nor unpaired surrogates, and a model may send both. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed().trim();
