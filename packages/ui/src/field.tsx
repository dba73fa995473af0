import type { ReactNode } from "react";
import { CircleAlertIcon } from "./icons/circle-alert.tsx";
import { cx } from "./cx.ts";

export type FieldProps = {
  /** The id of the control; hint and error take their ids from it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A longer explanation behind a mark beside the label: a Hint. */
  readonly help?: ReactNode;
  readonly error?: string;
  /** What to add to the label when an answer is not required, e.g. （选填）. Required fields carry no star. */
  readonly optional?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** What a control inside a Field must carry so that it is announced with its hint and its error. */
export function describedBy(id: string, { hint, error }: { readonly hint?: unknown; readonly error?: unknown }) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? (true as const) : undefined };
}

/** Label above, hint below the label, error in words at the control. */
export function Field({ id, label, hint, help, error, optional, className, children }: FieldProps) {
  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <div className="flex min-h-6 items-center gap-1 leading-snug">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional ? <span className="ml-1 text-sm font-normal text-ink-soft">{optional}</span> : null}
        </label>
        {help}
      </div>
      {hint ? <div id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</div> : null}
      {children}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-live">
      <CircleAlertIcon size={16} className="mt-0.5" />
      <span>{children}</span>
    </p>
  );
}
