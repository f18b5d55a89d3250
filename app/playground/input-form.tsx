import { LoaderCircle, PenLine } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextAreaField } from "#components/ui/fields/text-area-field.tsx";
import type { TaskWords } from "./tasks.ts";

interface InputFormProps {
  words: TaskWords;
  input: string;
  busy: boolean;
  /** There is a draft already; the next one takes its place. */
  again: boolean;
  onInput: (input: string) => void;
  onAsk: () => void;
}

/** The text that the draft is made from. */
export function InputForm({ words, input, busy, again, onInput, onAsk }: InputFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const backToExample = () => {
    onInput(words.example);
    // The button goes away with the click; the focus stays with the text.
    field.current?.focus();
  };
  return (
    <Card className="lg:sticky lg:top-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onAsk();
        }}
      >
        <TextAreaField
          ref={field}
          label={words.inputLabel}
          rows={16}
          required
          dir="auto"
          value={input}
          onChange={(event) => onInput(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
        <div className="mt-3 flex flex-wrap items-center gap-2">
          {/* Not disabled while busy: that would drop the keyboard's focus. */}
          <Button type="submit" tone="primary" aria-busy={busy} aria-disabled={busy}>
            {busy ? (
              <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
            ) : (
              <PenLine aria-hidden className="size-3.5" />
            )}
            {again ? "Generate another draft" : "Generate draft"}
          </Button>
          {input !== words.example && (
            <Button tone="quiet" onClick={backToExample}>
              Restore example
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
