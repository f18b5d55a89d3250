const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "de-AT" → "Austrian German (de-AT)": a language as people know it, with the code that it is stored as. */
export function formatLanguage(code: string): string {
  try {
    const name = languages.of(code);
    return name && name !== code ? `${name} (${code})` : code;
  } catch {
    // Not every text that was sent as a language is the code of one.
    return code;
  }
}
