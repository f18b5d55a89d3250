import { Notice } from "../ui/notice.tsx";

interface RedactionSwitchProps {
  enabled: boolean;
  onChange: (enabled: boolean) => void;
}

/** Whether anything is taken out at all, with a warning where nothing is. */
export function RedactionSwitch({ enabled, onChange }: RedactionSwitchProps) {
  return (
    <div className="space-y-3">
      <label className="flex items-center gap-2.5 font-medium text-sm">
        <input
          type="checkbox"
          checked={enabled}
          onChange={(event) => onChange(event.target.checked)}
          className="size-4 accent-accent pointer-coarse:size-5"
        />
        Redact texts before they are stored
      </label>
      {!enabled && (
        <Notice tone="warn">
          Off: whatever people type is stored as it comes, with every address, card number and key in it.
          Turning it on later does not clean what was stored meanwhile.
        </Notice>
      )}
    </div>
  );
}
