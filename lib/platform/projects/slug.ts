/** First path segments that are reserved for the app itself. */
const reserved = new Set([
  "api",
  "docs",
  "embed",
  "favicon.ico",
  "mail",
  "playground",
  "projects",
  "r",
  "setup",
  "sign-in",
  "_next",
]);

/** The slug of a project with this name: lower-case words joined by dashes. */
export function toSlug(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);
  if (words === "") return "project";
  return reserved.has(words) ? `${words}-project` : words;
}

/** Whether a text can be the slug of a project. */
export const isSlug = (text: string): boolean => /^[a-z0-9-]+$/.test(text);
