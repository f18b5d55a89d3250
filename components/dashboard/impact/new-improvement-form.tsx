"use client";

import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { SelectField } from "#components/ui/fields/select-field.tsx";
import { sendJson } from "#components/ui/fields/send-json.ts";
import { useSubmit } from "#components/ui/fields/use-submit.ts";
import { Notice } from "#components/ui/notice.tsx";

interface NewImprovementFormProps {
  url: string;
  /** Where improvements are looked at. */
  path: string;
  features: readonly string[];
  /** Today (UTC). */
  today: string;
}

/** Writes down an improvement that no prompt version or problem stands for. */
export function NewImprovementForm({ url, path, features, today }: NewImprovementFormProps) {
  const router = useRouter();
  const { busy, refused, submit } = useSubmit(
    (form) => sendJson<{ improvement_id: string }>("POST", url, bodyOf(form, today)),
    ({ improvement_id }) => {
      router.push(`${path}/${improvement_id}`);
      return "leaves";
    },
  );
  return (
    <Card className="max-w-xl">
      <form onSubmit={submit} className="space-y-4">
        {refused && <Notice tone="bad">{refused.message}</Notice>}
        <Field
          label="Name"
          name="name"
          required
          maxLength={128}
          autoComplete="off"
          hint="What your team calls it. Users are told in words of their own, on the next page."
          error={refused?.fields.name}
        />
        <SelectField label="Complaints about" name="feature" error={refused?.fields.scope}>
          <option value="">Answers of all features</option>
          {features.map((feature) => (
            <option key={feature} value={feature}>
              {feature}
            </option>
          ))}
        </SelectField>
        <Field
          label="Only with a category (optional)"
          name="categories"
          autoComplete="off"
          spellCheck={false}
          placeholder="incomplete, too_long"
          hint="Separated by commas. Without any, every thumb down, one or two stars and corrections count."
          error={refused?.fields.categories}
        />
        <Field
          label="Shipped on"
          name="shipped"
          type="date"
          required
          defaultValue={today}
          max={today}
          hint="Complaints of the 90 days before count."
          error={refused?.fields.shipped_at}
        />
        <Field
          label="Hold out (%)"
          name="hold_out"
          type="number"
          min={0}
          max={50}
          step={1}
          defaultValue={10}
          required
          hint="The share of people who are not told, to see what telling does."
          error={refused?.fields.hold_out}
        />
        <Button type="submit" tone="primary" busy={busy}>
          Create draft
        </Button>
      </form>
    </Card>
  );
}

/** What the form says, as the route takes it: what shipped today shipped by now. */
function bodyOf(form: FormData, today: string) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const [feature, day] = [text("feature"), text("shipped")];
  return {
    name: text("name"),
    scope: feature === "" ? {} : { feature },
    categories: text("categories")
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean),
    shipped_at: day === today ? new Date().toISOString() : `${day}T23:59:59Z`,
    hold_out: Number(text("hold_out")) / 100,
  };
}
