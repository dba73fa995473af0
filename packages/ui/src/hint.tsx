import type { ReactNode } from "react";
import { InfoIcon } from "./icons/info.tsx";

export type HintProps = { readonly label: string; readonly children: ReactNode };

/** A short explanation behind a mark: opens on tap, click and keyboard, and when pointed at. Needs no script. */
export function Hint({ label, children }: HintProps) {
  return (
    <details className="group relative inline-block align-middle">
      <summary className="list-none rounded-full p-1 text-brand hover:bg-brand-soft" title={label}>
        <InfoIcon size={16} title={label} />
      </summary>
      <div className="absolute top-full left-0 z-10 mt-1 w-72 rounded max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:bottom-4 max-sm:w-auto border border-line bg-surface p-3 text-left text-sm font-normal whitespace-normal text-ink shadow-over">
        {children}
      </div>
    </details>
  );
}
