"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { ImprovementText } from "#lib/act/impact/index.ts";
import { NoticePreview } from "./notice-preview.tsx";

interface TextFormProps {
  url: string;
  texts: readonly ImprovementText[];
  shippedAt: string;
  mayEdit: boolean;
}

/** A text that is being written; its key stays while others come and go. */
type Draft = ImprovementText & { key: number };

const toDrafts = (texts: readonly ImprovementText[]): Draft[] =>
  (texts.length > 0 ? texts : [{ language: "en", title: "", description: "" }]).map((text, key) => ({
    ...text,
    key,
  }));

/** What users are told, in each language, beside how the widget shows it. */
export function TextForm({ url, texts, shippedAt, mayEdit }: TextFormProps) {
  const router = useRouter();
  const [drafts, setDrafts] = useState(() => toDrafts(texts));
  const { busy, sent, refused, submit, clear } = useSubmit(
    () => sendJson("PATCH", url, { texts: drafts.map(({ key: _, ...text }) => text) }),
    () => router.refresh(),
  );
  const change = (key: number, more: Partial<ImprovementText>) => {
    clear();
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...more } : draft)));
  };
  const remove = (key: number) => {
    clear();
    setDrafts(drafts.filter((draft) => draft.key !== key));
  };
  const add = () =>
    setDrafts([
      ...drafts,
      { key: 1 + Math.max(-1, ...drafts.map(({ key }) => key)), language: "", title: "", description: "" },
    ]);
  return (
    <Card
      title="What users are told"
      note="Plain text. Each user gets their language; where there is none, English or the first."
    >
      <form onSubmit={submit} className="space-y-4">
        {refused && !isShownAtField(refused.paths) && (
          <Notice tone="bad">{refused.fields.texts ?? refused.message}</Notice>
        )}
        {drafts.map((draft, at) => (
          <TextFields
            key={draft.key}
            draft={draft}
            shippedAt={shippedAt}
            error={(field) => refused?.paths[`texts.${at}.${field}`]}
            onChange={mayEdit ? (more) => change(draft.key, more) : undefined}
            onRemove={mayEdit && drafts.length > 1 ? () => remove(draft.key) : undefined}
          />
        ))}
        {mayEdit && (
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" tone="primary" busy={busy}>
              Save texts
            </Button>
            <Button onClick={add}>Add a language</Button>
            {sent?.ok && (
              <span role="status" className="text-good text-sm">
                Saved.
              </span>
            )}
          </div>
        )}
      </form>
    </Card>
  );
}

/** Whether a text's own field says what is wrong. */
const isShownAtField = (paths: Record<string, string>): boolean =>
  Object.keys(paths).some((path) => path.startsWith("texts."));

interface TextFieldsProps {
  draft: Draft;
  shippedAt: string;
  error: (field: keyof ImprovementText) => string | undefined;
  /** Absent for who may only look. */
  onChange: ((more: Partial<ImprovementText>) => void) | undefined;
  onRemove: (() => void) | undefined;
}

function TextFields({ draft, shippedAt, error, onChange, onRemove }: TextFieldsProps) {
  const { language, title, description } = draft;
  const readOnly = onChange === undefined;
  return (
    <div className="grid gap-4 border-line border-t pt-4 first:border-t-0 first:pt-0 lg:grid-cols-2">
      <div className="min-w-0 space-y-3">
        <Field
          label="Language"
          value={language}
          readOnly={readOnly}
          maxLength={35}
          placeholder="en, de, pt-BR"
          spellCheck={false}
          error={error("language")}
          onChange={(event) => onChange?.({ language: event.target.value.trim() })}
        />
        <Field
          label="Title"
          value={title}
          readOnly={readOnly}
          maxLength={120}
          lang={language || undefined}
          dir="auto"
          placeholder="Refunds name the postage"
          error={error("title")}
          onChange={(event) => onChange?.({ title: event.target.value })}
        />
        <TextAreaField
          label="Description (optional)"
          rows={3}
          value={description}
          readOnly={readOnly}
          maxLength={500}
          lang={language || undefined}
          dir="auto"
          hint="No numbers in per cent: a gain is added where the data show it."
          error={error("description")}
          onChange={(event) => onChange?.({ description: event.target.value })}
        />
        {onRemove && (
          <Button size="small" tone="quiet" onClick={onRemove}>
            Remove {language || "this language"}
          </Button>
        )}
      </div>
      <NoticePreview language={language} title={title} description={description} shippedAt={shippedAt} />
    </div>
  );
}
