import Link from "next/link";

interface RowLinksProps {
  /** What the row is called, for those who hear a link alone. */
  name: string;
  answers: string;
  trend: string;
}

/** From a row of figures to the answers behind it and to how it went over time. */
export function RowLinks({ name, answers, trend }: RowLinksProps) {
  return (
    <span data-no-picture="" className="flex gap-3 text-xs">
      <RowLink href={answers} name={name}>
        Answers
      </RowLink>
      <RowLink href={trend} name={name}>
        Trend
      </RowLink>
    </span>
  );
}

function RowLink({ href, name, children }: { href: string; name: string; children: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-6 items-center whitespace-nowrap text-faint underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
    >
      {children}
      <span className="sr-only"> of {name}</span>
    </Link>
  );
}
