"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import { type Refused, useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { promptPath } from "../prompt-link.ts";
import { DraftNotes } from "./draft-notes.tsx";
import {
  draftBody,
  draftOfKind,
  type EditorDraft,
  messageErrors,
  outdatedOf,
  parseParams,
} from "./editor-draft.ts";
import { type HandedDraft, takeDraft } from "./handed-draft.ts";
import { HandedNotice } from "./handed-notice.tsx";
import { MessageFields } from "./message-fields.tsx";
import { OutdatedNotice } from "./outdated-notice.tsx";

/** What is written: the first version of a prompt, or the next of one that is here. */
type EditorTask = { do: "create"; template: string } | { do: "version"; template: string; parent: string };

interface PromptEditorProps {
  task: EditorTask;
  /** Address of the project's prompts. */
  url: string;
  base: string;
  draft: EditorDraft;
  /** Whether another page handed a draft over, which then takes the place of this one. */
  handed?: boolean;
}

/** A version, as its route answers it. */
interface MadeVersion {
  template: string;
  version: string;
}

/** Writes a version of a prompt. */
export function PromptEditor({ task, url, base, draft: first, handed = false }: PromptEditorProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(first);
  const taken = useHandedDraft(handed ? task.template : null, setDraft);
  const [parent, setParent] = useState(task.do === "version" ? task.parent : null);
  const change = (changes: Partial<EditorDraft>) => setDraft((known) => ({ ...known, ...changes }));
  const { busy, refused, submit, clear } = useSubmit<MadeVersion>(
    (form) => sendDraft(draft, { task, url, parent, template: String(form.get("template") ?? "").trim() }),
    ({ template, version }) => {
      router.push(`${promptPath(base, template)}?${new URLSearchParams({ version })}`);
      return "leaves";
    },
  );
  const rebase = (newest: string) => {
    setParent(newest);
    clear();
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      {taken !== undefined && <HandedNotice handed={taken} />}
      <Notices {...{ task, parent, refused, base }} onRebase={rebase} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Card>
          <div className="space-y-4">
            {task.do === "create" && <Identity {...{ task, draft, refused }} onDraft={setDraft} />}
            <Texts {...{ draft, refused }} onChange={change} />
          </div>
        </Card>
        <Card>
          <div className="space-y-4">
            <DraftNotes draft={draft} />
            <Details {...{ draft, refused }} onChange={change} />
            <div className="flex justify-end gap-2">
              <ButtonLink href={task.do === "version" ? promptPath(base, task.template) : `${base}/prompts`}>
                Cancel
              </ButtonLink>
              <Button type="submit" tone="primary" busy={busy}>
                {task.do === "version" ? "Add version" : "Create prompt"}
              </Button>
            </div>
          </div>
        </Card>
      </div>
    </form>
  );
}

/** The draft that was handed over for a prompt, once the browser has it; null where it is gone. */
function useHandedDraft(
  template: string | null,
  onDraft: (draft: EditorDraft) => void,
): HandedDraft | null | undefined {
  const [taken, setTaken] = useState<HandedDraft | null>();
  useEffect(() => {
    if (template === null) return;
    const found = takeDraft(template);
    setTaken(found);
    if (found) onDraft(found.draft);
  }, [template, onDraft]);
  return taken;
}

interface NoticesProps {
  task: EditorTask;
  parent: string | null;
  refused: Refused | null;
  base: string;
  onRebase: (newest: string) => void;
}

/** Why nothing was saved, and that the version follows another than at first. */
function Notices({ task, parent, refused, base, onRebase }: NoticesProps) {
  const outdated = outdatedOf(refused?.problem);
  if (outdated && parent)
    return (
      <OutdatedNotice
        outdated={outdated}
        parent={parent}
        href={promptPath(base, task.template)}
        onRebase={() => onRebase(outdated.newest)}
      />
    );
  if (refused) return <Notice tone="bad">{refused.fields.parent_version ?? refused.message}</Notice>;
  if (task.do === "create" || parent === task.parent) return null;
  return (
    <Notice>
      Your version follows {parent} now. Your text is unchanged: what {parent} changed is not in it unless you
      add it.
    </Notice>
  );
}

interface SendContext {
  task: EditorTask;
  url: string;
  /** The version that the next one follows. */
  parent: string | null;
  /** The name of a new prompt. */
  template: string;
}

async function sendDraft(
  draft: EditorDraft,
  { task, url, parent, template }: SendContext,
): Promise<Sent<MadeVersion>> {
  const params = parseParams(draft.modelParams);
  if (params === null) return badParams;
  const body = draftBody(draft, params);
  return task.do === "create"
    ? sendJson("POST", url, { ...body, template, kind: draft.kind })
    : sendJson("POST", `${url}/${encodeURIComponent(task.template)}/versions`, {
        ...body,
        parent_version: parent,
      });
}

const badParams: Refused = {
  ...{ ok: false, status: 400, message: "Check the highlighted fields.", paths: {}, problem: null },
  fields: { model_params: 'Must be a JSON object such as {"temperature": 0.2}.' },
};

interface PartProps {
  draft: EditorDraft;
  refused: Refused | null;
  onChange: (changes: Partial<EditorDraft>) => void;
}

interface IdentityProps extends Pick<PartProps, "draft" | "refused"> {
  task: EditorTask;
  onDraft: (draft: EditorDraft) => void;
}

/** The name and the kind of a new prompt, which stay. */
function Identity({ task, draft, refused, onDraft }: IdentityProps) {
  return (
    <>
      <Field
        label="Name"
        name="template"
        required
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        defaultValue={task.template}
        placeholder="summarize-article"
        hint="Log it as prompt_template. It cannot be changed later."
        error={refused?.fields.template}
      />
      <div>
        <Segmented
          label="Kind of prompt"
          options={[
            { value: "text", label: "Text" },
            { value: "chat", label: "Chat messages" },
          ]}
          value={draft.kind}
          onChange={(kind) => onDraft(draftOfKind(draft, kind))}
        />
        {refused?.fields.kind && <p className="mt-1 text-bad text-xs">{refused.fields.kind}</p>}
      </div>
    </>
  );
}

function Texts({ draft, refused, onChange }: PartProps) {
  if (draft.kind === "chat")
    return (
      <MessageFields
        messages={draft.messages}
        errors={messageErrors(refused?.problem)}
        error={refused?.fields.messages}
        onChange={(messages) => onChange({ messages })}
      />
    );
  return (
    <TextAreaField
      label="Text"
      mono
      rows={16}
      required
      spellCheck={false}
      value={draft.text}
      onChange={({ target }) => onChange({ text: target.value })}
      error={refused?.fields.text}
    />
  );
}

/** The model that a version is written for, and what changed. */
function Details({ draft, refused, onChange }: PartProps) {
  return (
    <>
      <Field
        label="Model (optional)"
        maxLength={128}
        autoComplete="off"
        spellCheck={false}
        value={draft.modelName}
        onChange={({ target }) => onChange({ modelName: target.value })}
        hint="Your product gets it with the prompt."
        error={refused?.fields.model_name}
      />
      <TextAreaField
        label="Parameters (optional)"
        mono
        rows={3}
        spellCheck={false}
        placeholder={'{"temperature": 0.2}'}
        value={draft.modelParams}
        onChange={({ target }) => onChange({ modelParams: target.value })}
        error={refused?.fields.model_params}
      />
      <TextAreaField
        label="Note"
        rows={3}
        maxLength={1_000}
        placeholder="What changed and why"
        value={draft.note}
        onChange={({ target }) => onChange({ note: target.value })}
        error={refused?.fields.note}
      />
    </>
  );
}
