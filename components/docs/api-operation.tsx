"use client";

import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { ApiFields, ApiForms } from "./api-fields.tsx";
import { type ApiAnswer, type ApiOperationReference, filterId } from "./api-reference.ts";
import { Spoken } from "./spoken.tsx";

const tones: Record<string, string> = {
  GET: "bg-accent-tint text-accent",
  POST: "bg-good-tint text-good",
  DELETE: "bg-bad-tint text-bad",
};

/** One method of one path: who may call it, what it takes, what it answers, and a call to try. */
export function ApiOperation({ operation, command }: { operation: ApiOperationReference; command: string }) {
  const { id, method, path, summary, description, access, parameters, filters, body, answers, refusals } =
    operation;
  return (
    <article aria-label={`${method} ${path}`} className="space-y-3 border-line border-t pt-6">
      <h3
        id={id}
        className="group flex scroll-mt-6 flex-wrap items-center gap-x-2 gap-y-1 font-semibold text-base"
      >
        <span className={`rounded px-1.5 py-0.5 font-mono text-2xs ${tones[method] ?? ""}`}>{method}</span>{" "}
        <code className="wrap-anywhere min-w-0 font-mono text-sm">{path}</code>
        <LinkTo id={id} what={`${method} ${path}`} />
      </h3>
      <p className="max-w-prose text-base text-soft leading-relaxed">
        <Spoken text={`${summary}.${description ? ` ${description}` : ""}`} />
      </p>
      <p className="text-faint text-xs">{access}</p>
      <CodeBlock label={`${method} ${path}`} code={command} />
      {parameters.map(({ title, fields }) => (
        <Part key={title} title={title}>
          <ApiFields fields={fields} />
        </Part>
      ))}
      {filters.length > 0 && <Filters names={filters} />}
      {body.length > 0 && (
        <Part title="Body">
          <ApiForms forms={body} />
        </Part>
      )}
      {answers.map((answer) => (
        <Answer key={answer.status} answer={answer} of={`${method} ${path}`} />
      ))}
      {refusals.length > 0 && (
        <Part title="Refusals">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
            {refusals.map(({ status, about }) => (
              <div key={status} className="contents">
                <dt className="font-mono text-xs leading-5">{status}</dt>
                <dd className="text-soft">
                  <Spoken text={about} />
                </dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </article>
  );
}

/** The names of the filters that an operation takes, which lead to where they are told of. */
function Filters({ names }: { names: readonly string[] }) {
  return (
    <Part title="Filters">
      <p className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <a
            key={name}
            href={`#${filterId(name)}`}
            className="rounded border border-line bg-surface px-1.5 py-0.5 font-mono text-soft text-xs hover:border-line-strong hover:text-ink"
          >
            {name}
          </a>
        ))}
      </p>
    </Part>
  );
}

function Answer({ answer: { status, forms, example }, of }: { answer: ApiAnswer; of: string }) {
  return (
    <Part title={`Response ${status}`}>
      {forms.length > 0 ? (
        <ApiForms forms={forms} answer />
      ) : (
        <p className="text-sm text-soft">No response body.</p>
      )}
      {example && <FoldedExample code={example} label={`${status} of ${of}`} />}
    </Part>
  );
}

/** JSON that may be long, folded. */
export function FoldedExample({ code, label }: { code: string; label: string }) {
  return (
    <details className="text-sm">
      <summary className="inline-block rounded text-soft hover:text-ink pointer-coarse:py-2">Example</summary>
      <div className="pt-2">
        <CodeBlock label={label} code={code} />
      </div>
    </details>
  );
}

/** A link to a heading, for those who want to hand it on. */
export function LinkTo({ id, what }: { id: string; what: string }) {
  return (
    <a
      href={`#${id}`}
      aria-label={`Link to ${what}`}
      className="text-faint opacity-0 transition-opacity hover:text-accent focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
    >
      <Link2 aria-hidden className="size-4" />
    </a>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <h4 className="font-medium text-sm">{title}</h4>
      {children}
    </div>
  );
}
