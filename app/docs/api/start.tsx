import { Code, Section, Text } from "#components/docs/section.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Link } from "#components/ui/link.tsx";
import { problemKinds } from "#lib/platform/problem/index.ts";

const inlineLink = "text-accent underline underline-offset-2";

/** What holds for every call. */
export function Start({ origin }: { origin: string }) {
  return (
    <Section id="start" title="Getting started">
      <Text>
        The API uses JSON in snake_case over HTTPS. Servers authenticate with a secret key, <Code>sk_…</Code>,
        and browsers with a publishable key, <Code>pk_…</Code>, and the feedback token returned for the
        answer. Create keys in a project’s settings. A key can only access its own project.
      </Text>
      <CodeBlock
        label="Set your key for the examples below"
        code={`SK=sk_…\ncurl -H "Authorization: Bearer $SK" ${origin}/api/dashboard/overview`}
      />
      <ul className="max-w-prose list-disc space-y-1.5 pl-5 text-base text-soft leading-relaxed">
        <li>
          Every rate has its sample size, <Code>n</Code>, and the bounds of its 95% confidence interval.
          Missing values are <Code>null</Code>, with a reason.
        </li>
        <li>
          Timestamps are in UTC. <Code>tz</Code> sets the time zone for days. Send timestamps as ISO 8601 with
          an offset.
        </li>
        <li>
          Lists return <Code>next_cursor</Code>. Send it as <Code>cursor</Code> to get the next page.
        </li>
        <li>
          A 2xx status means the data is stored. To retry safely, send your own IDs or an
          <Code>Idempotency-Key</Code>.
        </li>
        <li>
          Unknown parameters and body fields are rejected. New fields may be added to responses, so ignore
          fields you do not know.
        </li>
      </ul>
      <Text>
        This page is generated from the{" "}
        <a className={inlineLink} href="/api/openapi.json">
          OpenAPI 3.1 document
        </a>
        , which is generated from the schemas that validate requests. For the user interface, see the{" "}
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
    <Section id="refusals" title="Errors">
      <Text>
        Errors are returned as <Code>application/problem+json</Code> (RFC 9457). <Code>code</Code> identifies
        the error, <Code>detail</Code> explains what went wrong and how to fix it, and <Code>errors</Code>{" "}
        lists invalid parameters. Check
        <Code>code</Code> in your programs, and wait for <Code>Retry-After</Code> before retrying, if present.
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
