import type { InputHTMLAttributes, ReactNode } from "react";
import { describedBy, FieldError } from "./field.tsx";

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string;
};

export function Checkbox({ id, label, hint, error, name, ...rest }: CheckboxProps) {
  return (
    <div className="grid gap-1">
      <div className="flex items-start gap-3">
        <input {...rest} {...describedBy(id, { hint, error })} name={name ?? id} type="checkbox" className="mt-1 size-5 shrink-0" />
        <div>
          <label htmlFor={id}>{label}</label>
          {hint ? <div id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</div> : null}
        </div>
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </div>
  );
}
