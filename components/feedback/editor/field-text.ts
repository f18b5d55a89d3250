/** Whether the text is a property of the field, as in text areas and inputs, and not its rendered content. */
const hasValue = (field: Element): field is Element & { value: string } =>
  "value" in field && typeof field.value === "string";

/** Whether the field renders its text, which can then differ from the draft (for example Markdown). */
export const drawsText = (field: Element): boolean => !hasValue(field);

/** The text of a field as the user sees it. */
export function fieldText(field: HTMLElement): string {
  if (hasValue(field)) return field.value;
  // Browsers insert non-breaking spaces when several are typed, and a line break after the last line.
  // biome-ignore lint/performance/useDomNodeTextContent: textContent knows no line breaks between blocks
  const text = field.innerText ?? field.textContent ?? "";
  return text.replaceAll("\u00a0", " ").replace(/\n$/, "");
}

/** Line breaks as in text areas. */
export const oneLineBreak = (text: string): string => text.replace(/\r\n?/g, "\n");
