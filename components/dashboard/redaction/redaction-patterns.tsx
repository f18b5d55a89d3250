import { Plus, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { RedactionDraft } from "./redaction-draft.ts";

type Patterns = RedactionDraft["patterns"];

interface RedactionPatternsProps {
  patterns: Patterns;
  /** Why what was entered was refused; it names the pattern. */
  error: string | undefined;
  onChange: (patterns: Patterns) => void;
}

const MOST = 20;

/** A project's own patterns: what its employee or case numbers look like. */
export function RedactionPatterns({ patterns, error, onChange }: RedactionPatternsProps) {
  const edit = (id: number, part: { name?: string; pattern?: string }) =>
    onChange(patterns.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const add = () =>
    onChange([...patterns, { id: Math.max(-1, ...patterns.map(({ id }) => id)) + 1, name: "", pattern: "" }]);
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium text-soft text-sm">Custom patterns</legend>
      <p className="mt-0.5 mb-2 text-faint text-xs">
        Regular expressions in RE2 syntax, such as EMP-\d{"{6}"}. “employee id” becomes [EMPLOYEE_ID].
      </p>
      <div className="space-y-3">
        {patterns.map(({ id, name, pattern }, index) => (
          <fieldset key={id} className="flex min-w-0 flex-wrap items-end gap-2">
            <legend className="sr-only">Pattern {index + 1}</legend>
            <Field
              label="Name"
              className="min-w-0 flex-1 basis-24"
              value={name}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => edit(id, { name: event.target.value })}
            />
            <Field
              label="Pattern"
              className="min-w-0 flex-2 basis-28 [&_input]:font-mono"
              value={pattern}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => edit(id, { pattern: event.target.value })}
            />
            <IconButton
              label={`Remove pattern ${index + 1}`}
              icon={<X aria-hidden className="size-4" />}
              onClick={() => onChange(patterns.filter((line) => line.id !== id))}
            />
          </fieldset>
        ))}
        {error && (
          <p role="alert" className="wrap-anywhere text-bad text-xs">
            {error}
          </p>
        )}
        <Button size="small" disabled={patterns.length >= MOST} onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          Add pattern
        </Button>
      </div>
    </fieldset>
  );
}
