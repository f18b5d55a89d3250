import { type ReactNode, useId } from "react";
import Markdown, { type Components, type Options } from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";

/** A heading of a model's answer must not pose as one of the page's. */
const Heading = ({ children }: { children?: ReactNode }) => <p className="font-semibold">{children}</p>;

const components: Components = {
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  // An address that the sanitiser took away leaves the words.
  a: ({ href, children }) =>
    !href ? (
      <span>{children}</span>
    ) : (
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="text-accent underline underline-offset-2"
      >
        {children}
      </a>
    ),
  // An image from elsewhere would tell its host who reads this.
  img: ({ src, alt }) => <span className="text-faint">[image: {alt || String(src)}]</span>,
  ul: ({ children }) => <ul className="list-disc space-y-1 pl-5">{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className="list-decimal space-y-1 pl-5">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => (
    <blockquote className="space-y-2 border-line-strong border-l-2 pl-3 text-soft">{children}</blockquote>
  ),
  pre: ({ children }) => (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-md border border-line bg-sunken p-3 text-xs leading-5"
    >
      {children}
    </pre>
  ),
  code: ({ children }) => (
    <code className="rounded bg-sunken px-1 py-px font-mono text-[0.92em] in-[pre]:bg-transparent in-[pre]:p-0">
      {children}
    </code>
  ),
  hr: () => <hr className="border-line" />,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div tabIndex={0} className="overflow-x-auto">
      <table className="border-collapse text-sm">{children}</table>
    </div>
  ),
  th: ({ children, style }) => (
    <th style={style} className="border border-line bg-sunken px-2.5 py-1.5 text-left font-semibold">
      {children}
    </th>
  ),
  td: ({ children, style }) => (
    <td style={style} className="border border-line px-2.5 py-1.5 align-top">
      {children}
    </td>
  ),
  // The box of a task list is drawn, not offered: nothing can be ticked here.
  input: ({ checked }) => (
    <span role="img" aria-label={checked ? "Done" : "Not done"}>
      {checked ? "☑" : "☐"}
    </span>
  ),
};

const remarkPlugins: Options["remarkPlugins"] = [
  // Two tildes strike through; one is how people write "about".
  [remarkGfm, { singleTilde: false }],
  remarkBreaks,
];

/**
 * A model's answer as chat interfaces show it: GitHub's Markdown, in which a single line break is one. No raw HTML, no
 * scripts, nothing fetched from elsewhere.
 */
export function MarkdownText({ text }: { text: string }) {
  // Footnotes are linked by ids, and a page may show one answer twice.
  const clobberPrefix = `${useId()}-`;
  if (text.trim() === "") return <p className="text-faint text-sm">The response is empty.</p>;
  return (
    <div className="space-y-3 text-base leading-relaxed wrap-anywhere">
      <Markdown components={components} remarkPlugins={remarkPlugins} remarkRehypeOptions={{ clobberPrefix }}>
        {text}
      </Markdown>
    </div>
  );
}
