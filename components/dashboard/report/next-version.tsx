"use client";

import { Sparkles } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ReportExample } from "#lib/decide/report/index.ts";
import type { EditorDraft } from "../prompts/editor/editor-draft.ts";
import { handDraft } from "../prompts/editor/handed-draft.ts";
import { type DraftedVersion, draftedByModel, draftWithAdditions } from "./draft-from-report.ts";
import { ExamplesCard } from "./examples-card.tsx";
import { RecommendationsCard, type ShownRecommendation } from "./recommendations-card.tsx";

export interface NextVersionProps {
  base: string;
  template: string;
  version: string;
  recommendations: readonly ShownRecommendation[];
  examples: readonly ReportExample[];
  /** What the next version is made from, and where it is written; null where the reader may not, or its text is not known. */
  editor: { start: EditorDraft; href: string; recovered: boolean } | null;
  /** Why there is no editor, where the reader might look for one. */
  noEditor: string | null;
  /** The model that drafts, and the route that asks it with the report's window; null where none is configured. */
  model: { name: string; url: string; window: Record<string, string> } | null;
}

/** What follows for the next version, what of it is chosen, and the draft that is made from that. */
export function NextVersion(props: NextVersionProps) {
  const { base, recommendations, examples, editor } = props;
  const [codes, setCodes] = useState(() =>
    recommendations.flatMap(({ code, instruction }) => (instruction === null ? [] : [code])),
  );
  const [taken, setTaken] = useState<readonly string[]>([]);
  const toggled = (all: readonly string[], one: string) =>
    all.includes(one) ? all.filter((each) => each !== one) : [...all, one];
  return (
    <>
      <RecommendationsCard
        {...{ base, recommendations }}
        chosen={editor && codes}
        onToggle={(code) => setCodes(toggled(codes, code))}
      />
      <ExamplesCard
        {...{ base, examples }}
        taken={editor && taken}
        onToggle={(id) => setTaken(toggled(taken, id))}
      />
      <DraftCard
        {...props}
        chosen={{
          recommendations: recommendations.filter(({ code }) => codes.includes(code)),
          examples: examples.filter(({ feedbackId }) => taken.includes(feedbackId)),
        }}
      />
    </>
  );
}

interface DraftCardProps extends NextVersionProps {
  chosen: Pick<NextVersionProps, "recommendations" | "examples">;
}

/** Opens what was chosen in the editor of prompts: as lines and examples, or as a model writes it. */
function DraftCard({ template, version, editor, noEditor, model, chosen }: DraftCardProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const instructions = chosen.recommendations.flatMap(({ instruction }) => instruction ?? []);
  const nothing = chosen.recommendations.length + chosen.examples.length === 0;
  const open = (draft: EditorDraft, lost: readonly string[] = []) => {
    if (!editor) return;
    handDraft(template, { draft, version, lost });
    router.push(editor.href);
  };
  const ask = async () => {
    if (!model || !editor) return;
    setBusy(true);
    setRefused(null);
    const sent = await sendJson<DraftedVersion>("POST", model.url, {
      ...model.window,
      version,
      recommendations: chosen.recommendations.map(({ code }) => code),
      examples: chosen.examples.map(({ feedbackId }) => feedbackId),
    });
    setBusy(false);
    if (sent.ok) open(draftedByModel(editor.start, sent.data), sent.data.lost_tags);
    else setRefused(sent.message);
  };
  return (
    <Card
      title="Draft of the next version"
      note={`${formatCountOf(chosen.recommendations.length, "recommendation")} and ${formatCountOf(chosen.examples.length, "example")} chosen. A draft opens in the editor; nothing is saved until you add the version.`}
    >
      <div className="space-y-3">
        {noEditor && <p className="text-soft text-sm">{noEditor}</p>}
        {editor?.recovered && (
          <p className="text-soft text-sm">
            This prompt is not managed here. Its text was read back from logged prompts and the values of
            their variables: compare it with yours.
          </p>
        )}
        {refused && <Notice tone="bad">{refused}</Notice>}
        <div className="flex flex-wrap gap-2">
          {editor && model && (
            <Button tone="primary" busy={busy} disabled={nothing} onClick={ask}>
              <Sparkles aria-hidden className="size-4" />
              {busy ? `${model.name} is writing…` : `Draft with ${model.name}`}
            </Button>
          )}
          {editor && (
            <Button
              tone={model ? "secondary" : "primary"}
              disabled={nothing || busy}
              onClick={() => open(draftWithAdditions(editor.start, version, chosen))}
            >
              Open in the editor
            </Button>
          )}
          {instructions.length > 0 && (
            <CopyButton text={instructions.map((line) => `- ${line}`).join("\n")} label="Copy lines" />
          )}
        </div>
        {editor && !model && (
          <p className="text-faint text-xs">
            With LLM_BASE_URL, LLM_API_KEY and LLM_MODEL set, a model writes the draft from the same choice.
          </p>
        )}
      </div>
    </Card>
  );
}
