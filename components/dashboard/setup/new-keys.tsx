import { CopyButton } from "#components/ui/copy-button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** New keys, which are shown only once. */
export function NewKeys({ keys }: { keys: readonly { label: string; note: string; value: string }[] }) {
  return (
    <div className="space-y-3">
      <Notice tone="warn">
        Copy {keys.length === 1 ? "this key" : "these keys"} now. Keys are stored as hashes and cannot be
        shown again.
      </Notice>
      {keys.map(({ label, note, value }) => (
        <div key={label}>
          <div className="mb-1 flex items-end justify-between gap-3">
            <div>
              <p className="font-medium text-sm">{label}</p>
              <p className="text-faint text-xs">{note}</p>
            </div>
            <CopyButton text={value} what={label} />
          </div>
          <code className="block select-all break-all rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs">
            {value}
          </code>
        </div>
      ))}
    </div>
  );
}
