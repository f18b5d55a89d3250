"use client";

import { ApiForms } from "./api-fields.tsx";
import { FoldedExample, LinkTo } from "./api-operation.tsx";
import type { ApiSchemaReference } from "./api-reference.ts";
import { Spoken } from "./spoken.tsx";

/** A named schema, that fields of bodies and answers lead to. */
export function ApiSchema({ schema: { id, name, about, forms, example } }: { schema: ApiSchemaReference }) {
  return (
    <article aria-label={name} className="space-y-3 border-line border-t pt-6">
      <h3 id={id} className="group flex scroll-mt-6 items-center gap-2 font-semibold text-base">
        <code className="font-mono text-sm">{name}</code>
        <LinkTo id={id} what={name} />
      </h3>
      {about && (
        <p className="max-w-prose text-base text-soft leading-relaxed">
          <Spoken text={about} />
        </p>
      )}
      <ApiForms forms={forms} />
      {example && <FoldedExample code={example} label={name} />}
    </article>
  );
}
