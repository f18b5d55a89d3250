import type { ReactNode } from "react";
import { formatMoment, NONE } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ScrollBox } from "#components/ui/tables/scroll-box.tsx";
import type { PromptVersion } from "#lib/act/prompts/index.ts";
import type { ShownDifference } from "../corrections/show-difference.ts";
import { WordDifference } from "../corrections/word-difference.tsx";
import { paramsAsText } from "./prompt-as-text.ts";
import { PromptText } from "./prompt-text.tsx";
import { VersionChoice } from "./version-choice.tsx";

/** Two versions, and what changed from the first to the second; null where they are too different to compare. */
export interface ComparedVersions {
  base: PromptVersion;
  difference: ShownDifference | null;
}

interface VersionCardProps {
  /** The version that is shown; null where its text is not here. */
  version: PromptVersion | null;
  name: string;
  compared: ComparedVersions | null;
  /** The managed versions, newest first. */
  names: readonly string[];
  tz: string;
  actions: ReactNode;
}

/** What a version says, or how it differs from another. */
export function VersionCard({ version, name, compared, names, tz, actions }: VersionCardProps) {
  return (
    <Card
      title={compared ? `Changes from ${compared.base.version} to ${name}` : `Version ${name}`}
      note={version ? authorship(version, tz) : "Only interactions name this version."}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <VersionChoice names={names} version={name} base={compared?.base.version ?? null} />
          {version && actions}
        </div>
      }
    >
      {version ? (
        <div className="space-y-3">
          {version.note && <p className="wrap-anywhere whitespace-pre-wrap text-sm">{version.note}</p>}
          {compared ? <Difference compared={compared} version={version} /> : <Texts version={version} />}
          <Facts version={version} base={compared?.base ?? null} />
        </div>
      ) : (
        <p className="text-soft text-sm">
          Its text is not here, so it cannot be shown, compared or labeled. Add a version to manage this
          prompt from now on.
        </p>
      )}
    </Card>
  );
}

const authorship = ({ author, createdAt, parentVersion }: PromptVersion, tz: string): string =>
  [`Added by ${author}, ${formatMoment(createdAt, tz)}`, parentVersion && `made from ${parentVersion}`]
    .filter(Boolean)
    .join(" · ");

/** Pixels from which on a text scrolls inside itself. */
const TEXT_HEIGHT = 480;

function Texts({ version: { content } }: { version: PromptVersion }) {
  return (
    <ScrollBox label="Text of the prompt" maxHeight={TEXT_HEIGHT}>
      <div className="space-y-2 rounded-md bg-sunken p-3">
        {typeof content === "string" ? (
          <PromptText text={content} />
        ) : (
          content.map(({ role, content: text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the messages of a version never change.
            <div key={index}>
              <p className="mb-0.5 font-medium text-faint text-xs">{role}</p>
              <PromptText text={text} />
            </div>
          ))
        )}
      </div>
    </ScrollBox>
  );
}

function Difference({
  compared: { base, difference },
  version,
}: {
  compared: ComparedVersions;
  version: PromptVersion;
}) {
  if (!difference)
    return (
      <>
        <Notice>
          {base.version} and {version.version} are too different to compare. This is {version.version}.
        </Notice>
        <Texts version={version} />
      </>
    );
  if (difference.added + difference.removed === 0 && difference.edits.every(({ kind }) => kind === "kept"))
    return <p className="text-soft text-sm">The text is the same.</p>;
  return (
    <>
      <p className="text-faint text-xs">
        Removed words are struck through, added words are underlined
        {!difference.complete && ". Only the beginning is shown"}.
      </p>
      <ScrollBox label="Difference of the texts" maxHeight={TEXT_HEIGHT}>
        <p className="wrap-anywhere whitespace-pre-wrap rounded-md bg-sunken p-3 font-mono text-xs leading-5">
          <WordDifference edits={difference.edits} />
        </p>
      </ScrollBox>
    </>
  );
}

/** Variables, model and parameters; where versions are compared, what they were. */
function Facts({ version, base }: { version: PromptVersion; base: PromptVersion | null }) {
  const { variables, includes, modelName } = version;
  const params = paramsAsText(version);
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      <Fact name="Variables">
        {variables.length === 0
          ? NONE
          : variables.map((variable) => (
              <Badge key={variable} className="mr-1 font-mono">
                {variable}
              </Badge>
            ))}
      </Fact>
      {includes.length > 0 && <Fact name="Includes">{includes.join(", ")}</Fact>}
      {(modelName || base?.modelName) && (
        <Fact name="Model">
          <Changed from={base && base.modelName !== modelName ? (base.modelName ?? NONE) : null}>
            {modelName ?? NONE}
          </Changed>
        </Fact>
      )}
      {(params || (base && paramsAsText(base))) && (
        <Fact name="Parameters">
          <Changed from={base && paramsAsText(base) !== params ? paramsAsText(base) || NONE : null}>
            {params || NONE}
          </Changed>
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-faint">{name}</dt>
      <dd className="wrap-anywhere min-w-0 whitespace-pre-wrap">{children}</dd>
    </div>
  );
}

function Changed({ from, children }: { from: string | null; children: string }) {
  if (from === null) return children;
  return (
    <>
      <del className="rounded-xs bg-bad-tint text-bad">{from}</del>{" "}
      {children === NONE ? (
        "removed"
      ) : (
        <ins className="rounded-xs bg-good-tint text-good underline-offset-3">{children}</ins>
      )}
    </>
  );
}
