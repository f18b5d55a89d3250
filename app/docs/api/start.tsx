import { Code, Section, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { problemKinds } from "#lib/platform/problem/index.ts";

const inlineLink = "text-accent underline underline-offset-2";

/** What holds for every call. */
export function Start({ origin }: { origin: string }) {
  return (
    <Section id="start" title="Start">
      <Text>
        JSON in snake_case over HTTPS. Servers call with a secret key, <Code>sk_…</Code>; browsers with a
        publishable one, <Code>pk_…</Code>, and the feedback token that came with the answer. Keys are made in
        a project’s settings, and what a key reads and writes is its project’s alone.
      </Text>
      <CodeBlock
        label="In a shell, for the examples below"
        code={`SK=sk_…\ncurl -H "Authorization: Bearer $SK" ${origin}/api/dashboard/overview`}
      />
      <ul className="max-w-prose list-disc space-y-1.5 pl-5 text-base text-soft leading-relaxed">
        <li>
          A rate never comes alone: it has its <Code>n</Code> and the ends of its 95 % interval. What is
          missing is <Code>null</Code>, with the reason.
        </li>
        <li>
          Times are UTC. Days are cut in the zone that <Code>tz</Code> names. Send any time as ISO 8601 with
          its offset.
        </li>
        <li>
          Lists answer <Code>next_cursor</Code>; send it as <Code>cursor</Code> for the next page.
        </li>
        <li>
          A 2xx comes after the data is stored. Ids that you make, or an <Code>Idempotency-Key</Code>, make a
          retry the same event.
        </li>
        <li>
          A parameter or a field of a body that is not known is refused by name. Fields may be added to
          answers: read past those that you do not know.
        </li>
      </ul>
      <Text>
        This page is made of the{" "}
        <a className={inlineLink} href="/api/openapi.json">
          OpenAPI 3.1 document
        </a>
        , and that of the schemas which the routes check with. For what browsers show, see the{" "}
        <Link className={inlineLink} href="/docs/widgets">
          widgets
        </Link>
        .
      </Text>
    </Section>
  );
}

/** How every refusal reads, and all that there are. */
export function Refusals() {
  return (
    <Section id="refusals" title="Refusals">
      <Text>
        A refusal is <Code>application/problem+json</Code> (RFC 9457): <Code>code</Code> names it,{" "}
        <Code>detail</Code> says what was wrong and what to do, <Code>errors</Code> names each field. Branch
        on <Code>code</Code>; wait for <Code>Retry-After</Code> where it is sent.
      </Text>
      <dl className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
        {problemKinds.map(({ code, status, title }) => (
          <div
            key={code}
            className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-3.5 py-2 md:grid-cols-[3rem_16rem_minmax(0,1fr)]"
          >
            <dt className="contents">
              <span className="font-mono text-faint text-xs leading-5">{status}</span>
              <code className="wrap-anywhere font-mono text-ink text-xs leading-5">{code}</code>
            </dt>
            <dd className="col-start-2 text-soft md:col-start-3">{title}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
