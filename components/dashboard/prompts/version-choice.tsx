"use client";

import { Select } from "#components/ui/fields/select.tsx";
import { useAddress } from "../url/use-address.ts";

interface VersionChoiceProps {
  /** The managed versions, newest first. */
  names: readonly string[];
  /** The version that is shown. */
  version: string;
  /** The one that it is compared with. */
  base: string | null;
}

/** Which version is shown, and which one it is compared with. */
export function VersionChoice({ names, version, base }: VersionChoiceProps) {
  const { change } = useAddress();
  if (names.length === 0) return null;
  return (
    <>
      <Select
        label="Show version"
        className="max-w-44"
        value={version}
        onChange={({ target }) => change({ version: target.value })}
      >
        {[...new Set([...names, version])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label="Compare with version"
        className="max-w-56"
        active={base !== null}
        value={base ?? ""}
        onChange={({ target }) => change({ base_version: target.value || null })}
      >
        <option value="">No comparison</option>
        {names
          .filter((name) => name !== version)
          .map((name) => (
            <option key={name} value={name}>
              Compare with {name}
            </option>
          ))}
      </Select>
    </>
  );
}
