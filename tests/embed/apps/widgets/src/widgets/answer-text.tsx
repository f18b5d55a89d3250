import type { ReactNode } from "react";

/** The answer as the model wrote it, or as its Markdown is meant. */
export function AnswerText({ text, plain }: { text: string; plain: boolean }) {
  if (plain) return <p style={{ whiteSpace: "pre-wrap" }}>{text}</p>;
  return text.split("\n\n").map((block) =>
    block.startsWith("- ") ? (
      <ul key={block}>
        {block.split("\n").map((item) => (
          <li key={item}>{inline(item.slice(2))}</li>
        ))}
      </ul>
    ) : (
      <p key={block}>{inline(block)}</p>
    ),
  );
}

/** Bold words and links. */
function inline(text: string): ReactNode[] {
  return text.split(/(\*\*.+?\*\*|\[.+?\]\(.+?\))/).map((piece) => {
    const bold = /^\*\*(.+)\*\*$/.exec(piece);
    if (bold) return <strong key={piece}>{bold[1]}</strong>;
    const link = /^\[(.+)\]\((\S+).*\)$/.exec(piece);
    if (!link) return piece;
    return (
      <a key={piece} href={link[2]}>
        {link[1]}
      </a>
    );
  });
}
