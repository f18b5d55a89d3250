/** Most characters of the text before a passage, and of that after it. */
const CONTEXT = 80;

/** From how many characters on a passage is shown without its middle; the response has it whole. */
const LONG = 600;

interface QuotedPassageProps {
  exact: string;
  prefix: string | null;
  suffix: string | null;
}

/** A passage as it was marked, amid the text around it; without its line breaks. */
export function QuotedPassage({ exact, prefix, suffix }: QuotedPassageProps) {
  return (
    <p className="text-faint text-sm leading-relaxed wrap-anywhere">
      {prefix && `…${prefix.slice(-CONTEXT)}`}
      <mark className="rounded-xs bg-warn-tint box-decoration-clone px-0.5 text-ink">
        {exact.length > LONG ? `${exact.slice(0, LONG / 2)} … ${exact.slice(-LONG / 2)}` : exact}
      </mark>
      {suffix && `${suffix.slice(0, CONTEXT)}…`}
    </p>
  );
}
