/** Variables and included prompts, unless an odd number of backslashes before them makes them plain. */
const TAGS = /(?<=(?:^|[^\\])(?:\\\\)*)(\{\{[^{}]*\}\})/;

/** A prompt's text as it is written, with its variables and included prompts marked. */
export function PromptText({ text }: { text: string }) {
  return (
    <p className="wrap-anywhere whitespace-pre-wrap font-mono text-ink text-xs leading-5">
      {text.split(TAGS).map((piece, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text is split whole and never reordered.
          <mark key={index} className="rounded-xs bg-accent-tint px-0.5 text-accent">
            {piece}
          </mark>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
