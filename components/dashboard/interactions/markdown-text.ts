import { createElement, type ReactNode } from "react";
import Markdown, { type Components, type Options } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { limitDepth } from "./limit-depth.ts";

// Elements without JSX: a thread loads this file as it is, and Node reads types but no JSX.

/** One with its children alone, in a look of ours. */
const look =
  (tag: string, className: string, more: object = {}) =>
  ({ children }: { children?: ReactNode }) =>
    createElement(tag, { className, ...more }, children);

/** A heading of a model's answer must not pose as one of the page's. */
const heading = look("p", "font-semibold");

/** What scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 };

const components: Components = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  // An address that the sanitiser took away leaves the words.
  a: ({ href, children }) =>
    href
      ? createElement(
          "a",
          {
            href,
            target: "_blank",
            rel: "noopener noreferrer nofollow ugc",
          },
          children,
        )
      : createElement("span", null, children),
  // An image from elsewhere would tell its host who reads this.
  img: ({ src, alt }) => createElement("span", { className: "text-faint" }, `[image: ${alt || String(src)}]`),
  ul: look("ul", "list-disc space-y-1 pl-5"),
  ol: ({ children, start }) =>
    createElement("ol", { start, className: "list-decimal space-y-1 pl-5" }, children),
  blockquote: look("blockquote", "space-y-2 border-line-strong border-l-2 pl-3 text-soft"),
  pre: look(
    "pre",
    "overflow-x-auto rounded-md border border-line bg-sunken p-3 text-xs leading-5",
    reachable,
  ),
  hr: look("hr", "border-line"),
  table: ({ children }) =>
    createElement(
      "div",
      { className: "overflow-x-auto", ...reachable },
      createElement("table", { className: "border-collapse text-sm" }, children),
    ),
  th: ({ children, style }) => createElement("th", { style }, children),
  td: ({ children, style }) => createElement("td", { style }, children),
  // The box of a task list is drawn, not offered: nothing can be ticked here.
  input: ({ checked }) =>
    createElement("span", { role: "img", "aria-label": checked ? "Done" : "Not done" }, checked ? "☑" : "☐"),
};

/** Looks of what a text may have thousands of: said once for all and not by each. */
const looks = [
  "space-y-3 text-base leading-relaxed wrap-anywhere",
  "[&_a]:text-accent [&_a]:underline [&_a]:underline-offset-2",
  "[&_code]:rounded [&_code]:bg-sunken [&_code]:px-1 [&_code]:py-px [&_code]:font-mono [&_code]:text-[0.92em]",
  "[&_pre_code]:bg-transparent [&_pre_code]:p-0",
  "[&_:is(td,th)]:border [&_:is(td,th)]:border-line [&_:is(td,th)]:px-2.5 [&_:is(td,th)]:py-1.5",
  "[&_td]:align-top [&_th]:bg-sunken [&_th]:text-left [&_th]:font-semibold",
].join(" ");

const remarkPlugins: Options["remarkPlugins"] = [
  // Two tildes strike through; one is how people write "about".
  [remarkGfm, { singleTilde: false }],
  remarkBreaks,
];

/** Elements in elements, as deep as anybody writes. */
const rehypePlugins: Options["rehypePlugins"] = [[limitDepth, 100]];

interface MarkdownTextProps {
  text: string;
  /** Footnotes are linked by ids: a page that shows an answer twice gives each a name of its own. */
  id: string;
}

/**
 * A model's answer as chat interfaces show it: GitHub's Markdown, in which a single line break is one. No raw HTML, no
 * scripts, nothing fetched from elsewhere.
 */
export function MarkdownText({ text, id }: MarkdownTextProps) {
  if (text.trim() === "")
    return createElement("p", { className: "text-faint text-sm" }, "The response is empty.");
  const remarkRehypeOptions = { clobberPrefix: `${id}-` };
  return createElement(
    "div",
    { className: looks },
    createElement(Markdown, { components, remarkPlugins, rehypePlugins, remarkRehypeOptions }, text),
  );
}
