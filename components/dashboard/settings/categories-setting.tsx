"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { formatCount, formatCountOf } from "#components/format/numbers.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { type Sent, sendJson } from "#components/ui/fields/send-json.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { DecidedCategory, OfferedCategories } from "#lib/observe/categories/index.ts";

interface CategoriesSettingProps {
  projectId: string;
  decided: readonly DecidedCategory[];
  offer: OfferedCategories;
  mayManage: boolean;
}

/** The listed categories, unlisted ones found in ratings, and buttons to list or dismiss them. */
export function CategoriesSetting({ projectId, decided, offer, mayManage }: CategoriesSettingProps) {
  const router = useRouter();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState<string | null>(null);
  const [sent, setSent] = useState<Sent<unknown> | null>(null);
  const decide = async (category: string, listed: boolean): Promise<boolean> => {
    setBusy(category);
    const url = `/api/projects/${projectId}/categories/${encodeURIComponent(category)}`;
    const answer = await sendJson("PUT", url, { listed });
    setBusy(null);
    setSent(answer);
    if (answer.ok) router.refresh();
    return answer.ok;
  };
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await decide(name.trim(), true)) setName("");
  };
  const row = { mayManage, busy, decide };
  const [listed, dismissed] = [decided.filter((one) => one.listed), decided.filter((one) => !one.listed)];
  return (
    <Card
      title="Categories"
      note="Each listed category is counted separately. Any other category is stored with its rating and counted under “Other categories” until you list it. Categories sent with a secret key are listed automatically."
    >
      {sent?.ok === false && (
        <Notice tone="bad" className="mb-3">
          {sent.message}
        </Notice>
      )}
      <List
        title="Listed"
        rows={listed.map((one) => ({ name: one.name, detail: "" }))}
        no="Dismiss"
        {...row}
      />
      <List
        title="Used in ratings, not listed"
        rows={offer.offered.map((one) => ({ name: one.name, detail: formatCountOf(one.ratings, "rating") }))}
        yes="List"
        no="Dismiss"
        {...row}
      />
      {offer.total > offer.offered.length && (
        <p className="mb-4 text-faint text-sm">
          Showing the {offer.offered.length} most frequent of {formatCount(offer.total)}.
        </p>
      )}
      <List
        title="Dismissed"
        rows={dismissed.map((one) => ({ name: one.name, detail: "" }))}
        yes="List"
        {...row}
      />
      {mayManage ? (
        <form onSubmit={add} aria-label="New category" className="flex flex-wrap items-start gap-2">
          <Field
            label="Category"
            className="w-56"
            value={name}
            error={sent?.ok === false ? sent.fields.name : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <Button
            type="submit"
            busy={busy === name.trim() && busy !== ""}
            disabled={name.trim() === ""}
            className="mt-[23px] h-9 pointer-coarse:h-11"
          >
            Add category
          </Button>
        </form>
      ) : (
        <p className="text-faint text-sm">Only owners and admins can list categories.</p>
      )}
    </Card>
  );
}

interface ListProps {
  title: string;
  rows: readonly { name: string; detail: string }[];
  /** The words on the buttons, where there are any. */
  yes?: string;
  no?: string;
  mayManage: boolean;
  busy: string | null;
  decide: (category: string, listed: boolean) => Promise<boolean>;
}

function List({ title, rows, yes, no, mayManage, busy, decide }: ListProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="mb-4">
      <h3 className="mb-2 text-soft text-sm">{title}</h3>
      <ul className="flex flex-wrap gap-2">
        {rows.map(({ name, detail }) => (
          <li
            key={name}
            className="flex max-w-full items-center gap-2 rounded-md border border-line px-2 py-1 text-sm"
          >
            <code className="wrap-anywhere min-w-0 font-mono">{name}</code>
            {detail !== "" && <span className="text-faint">{detail}</span>}
            {mayManage && yes && (
              <Button
                size="small"
                busy={busy === name}
                aria-label={`${yes} ${name}`}
                onClick={() => decide(name, true)}
              >
                {yes}
              </Button>
            )}
            {mayManage && no && (
              <Button
                size="small"
                tone="quiet"
                busy={busy === name}
                aria-label={`${no} ${name}`}
                onClick={() => decide(name, false)}
              >
                {no}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
