import { Badge } from "#components/ui/badge.tsx";
import { draftTags, type EditorDraft } from "./editor-draft.ts";

/** Most faults that are listed. */
const FAULTS_SHOWN = 5;

/** The variables and included prompts of a draft, and what is wrong with its texts, as it is written. */
export function DraftNotes({ draft }: { draft: EditorDraft }) {
  const { variables, includes, faults } = draftTags(draft);
  return (
    <div role="status" aria-label="In the text" className="space-y-2 text-sm">
      <p className="font-medium text-soft">Variables</p>
      {variables.length > 0 ? (
        <p className="flex flex-wrap gap-1.5">
          {variables.map((variable) => (
            <Badge key={variable} tone="accent" className="font-mono">
              {variable}
            </Badge>
          ))}
        </p>
      ) : (
        <p className="text-faint text-xs">
          None yet. Write <code>{"{{name}}"}</code> where your product fills in a value, and{" "}
          <code>{"{{> other-prompt@production}}"}</code> to include another prompt.
        </p>
      )}
      {includes.length > 0 && (
        <p className="wrap-anywhere text-faint text-xs">Includes {includes.join(", ")}</p>
      )}
      {faults.length > 0 && (
        <ul className="space-y-1 text-bad text-xs">
          {faults.slice(0, FAULTS_SHOWN).map((fault) => (
            <li key={fault} className="wrap-anywhere">
              {fault}
            </li>
          ))}
          {faults.length > FAULTS_SHOWN && <li>And {faults.length - FAULTS_SHOWN} more.</li>}
        </ul>
      )}
    </div>
  );
}
