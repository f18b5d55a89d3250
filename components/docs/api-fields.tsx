"use client";

import { type ApiField, type ApiForm, filterId } from "./api-reference.ts";
import { Spoken } from "./spoken.tsx";

/** A page has a thousand rows: what they look like is said once, above them. */
const rows =
  "divide-y divide-line rounded-md border border-line bg-surface text-sm text-soft *:grid *:gap-x-5 *:gap-y-0.5 *:scroll-mt-6 *:px-3.5 *:py-2 md:*:grid-cols-[15rem_minmax(0,1fr)]";
const names =
  "[&_dt]:min-w-0 [&_dt]:wrap-anywhere [&_dt>code]:font-medium [&_dt>code]:font-mono [&_dt>code]:text-ink [&_dt>code]:text-xs [&_dt>i]:ml-2 [&_dt>i]:text-2xs [&_dt>i]:text-bad [&_dt>i]:not-italic";
const types =
  "[&_dd]:min-w-0 [&_pre]:whitespace-normal [&_pre]:wrap-anywhere [&_pre]:font-mono [&_pre]:text-faint [&_pre]:text-xs [&_pre]:leading-5 [&_pre>a]:text-accent [&_pre>a]:underline [&_pre>a]:underline-offset-2";

interface ApiFieldsProps {
  fields: readonly ApiField[];
  /** Of answers: marks what may be absent, and not what is required. */
  answer?: boolean;
  /** Whether these are the filters, which operations link to. */
  filters?: boolean;
}

/** Fields with their types: beside each other where there is room, else below each other. */
export function ApiFields({ fields, answer = false, filters = false }: ApiFieldsProps) {
  return (
    <dl className={`${rows} ${names} ${types}`}>
      {fields.map((field) => (
        <div key={field.name} id={filters ? filterId(field.name) : undefined}>
          <dt>
            <code>{field.name}</code>
            {!answer && field.required && !field.name.endsWith("…") && <i>required</i>}
          </dt>
          <dd>
            <pre>
              <TypeOf field={field} />
              {answer && !field.required && " · optional"}
              {field.limits.map((limit) => ` · ${limit}`)}
            </pre>
            {field.about && (
              <p>
                <Spoken text={field.about} />
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function TypeOf({ field: { type } }: { field: ApiField }) {
  return type.map(({ text, href }, index) =>
    href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a type that does not change.
      <a key={index} href={href}>
        {text}
      </a>
    ) : (
      text
    ),
  );
}

/** The forms of a body or an answer. */
export function ApiForms({ forms, answer = false }: { forms: readonly ApiForm[]; answer?: boolean }) {
  return forms.map(({ title, fields }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: forms are told in an order that does not change.
    <div key={index} className="space-y-1.5">
      {title && <p className="text-faint text-xs">{title}</p>}
      <ApiFields fields={fields} answer={answer} />
    </div>
  ));
}
