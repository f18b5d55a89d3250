/** Whether the text is an attribute of the field and not what is drawn in it, as in text areas and inputs. */
const hasValue = (field: Element): field is Element & { value: string } =>
  "value" in field && typeof field.value === "string";

/** Whether the field draws its text, which then need not be the draft letter by letter (think of Markdown). */
export const drawsText = (field: Element): boolean => !hasValue(field);

/** The text of a field as its user sees it. */
export function fieldText(field: HTMLElement): string {
  if (hasValue(field)) return field.value;
  // Browsers put hard spaces where somebody types several, and a line break after the last line.
  // biome-ignore lint/performance/useDomNodeTextContent: textContent knows no line breaks between blocks
  const text = field.innerText ?? field.textContent ?? "";
  return text.replaceAll("\u00a0", " ").replace(/\n$/, "");
}

/** Line breaks as text areas have them. */
export const oneLineBreak = (text: string): string => text.replace(/\r\n?/g, "\n");
