import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MarkdownText } from "./markdown-text.ts";

/** HTML that is larger than so many times its text, and than a short one's, is shown as text. */
const GROWTH = { times: 12, atLeast: 20_000 };

/**
 * Draws Markdown as HTML, for a thread: how long it takes is not ours to say.
 * @throws Error where the HTML is out of proportion to its text.
 */
export function renderMarkdown({ text, id }: { text: string; id: string }): string {
  const html = renderToStaticMarkup(createElement(MarkdownText, { text, id }));
  if (html.length > Math.max(GROWTH.atLeast, GROWTH.times * text.length))
    throw new Error(`the HTML has ${html.length} characters for ${text.length} of text`);
  return html;
}
