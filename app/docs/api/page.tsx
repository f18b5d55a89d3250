import type { Metadata } from "next";
import { contractDocument } from "#app/api/contract.ts";
import { readerOrigin } from "#app/reader-origin.ts";
import { ApiFields } from "#components/docs/api-fields.tsx";
import { ApiOperation } from "#components/docs/api-operation.tsx";
import { ApiSchema } from "#components/docs/api-schema.tsx";
import { Contents } from "#components/docs/contents.tsx";
import { Section, Text } from "#components/docs/section.tsx";
import { curl } from "./curl.ts";
import { placesOf } from "./places.ts";
import { readReference } from "./read-reference.ts";
import { Refusals, Start } from "./start.tsx";

export const metadata: Metadata = { title: "API" };

/** The reference of the HTTP API, made of the contract itself. */
export default async function ApiPage() {
  const origin = await readerOrigin();
  const { filters, groups, schemas } = readReference(contractDocument(origin));
  return (
    <div className="mx-auto w-full max-w-6xl gap-10 px-4 sm:px-6 lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Contents groups={placesOf({ filters, groups, schemas })} />
      <main id="content" tabIndex={-1} className="min-w-0 space-y-12 py-8 outline-none">
        <div className="space-y-3">
          <h1 className="font-semibold text-2xl tracking-tight">API</h1>
          <Text>
            Everything your servers and pages can call: log answers, collect user feedback, and read every
            metric in the dashboard.
          </Text>
        </div>
        <Start origin={origin} />
        <Section id="filters" title="Filters">
          <Text>
            What most numbers can be asked for. An operation names those that it takes; any other is refused.
          </Text>
          <ApiFields fields={filters} filters />
        </Section>
        {groups.map(({ id, title, about, operations }) => (
          <Section key={id} id={id} title={title}>
            <Text>{about}</Text>
            {operations.map((operation) => (
              <ApiOperation key={operation.id} operation={operation} command={curl(operation, origin)} />
            ))}
          </Section>
        ))}
        <Refusals />
        <Section id="schemas" title="Schemas">
          <Text>Objects referenced above.</Text>
          {schemas.map((schema) => (
            <ApiSchema key={schema.id} schema={schema} />
          ))}
        </Section>
      </main>
    </div>
  );
}
