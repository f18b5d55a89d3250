import type { VariableReference } from "./reference.ts";

/** The variables that a host may set, what each is for, and what it is where nobody sets it. */
export function VariablesList({
  variables,
  words,
}: {
  variables: readonly VariableReference[];
  /** What each is for, by name. */
  words: Readonly<Record<string, string>>;
}) {
  return (
    <dl className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
      {variables.map(({ name, light, dark }) => (
        <div
          key={name}
          className="grid gap-x-5 gap-y-1 px-3.5 py-2 sm:grid-cols-[14rem_minmax(0,1fr)_auto] sm:items-center"
        >
          <dt>
            <code className="font-medium font-mono text-ink text-xs">{name}</code>
          </dt>
          <dd className="text-soft">{words[name]}</dd>
          <dd className="flex gap-3 font-mono text-faint text-xs">
            <Value value={light} />
            {dark !== light && <Value value={dark} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      {value.startsWith("#") && (
        <span
          aria-hidden
          className="size-3.5 rounded border border-line-strong"
          style={{ background: value }}
        />
      )}
      {value}
    </span>
  );
}
