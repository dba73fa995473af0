import type { ReactNode, TextareaHTMLAttributes } from "react";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";

export type TextareaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
};

export function Textarea({ id, label, hint, help, error, optional, className, name, rows = 6, ...rest }: TextareaProps) {
  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} optional={optional}>
      <textarea {...rest} {...describedBy(id, { hint, error })} name={name ?? id} rows={rows} className={cx("control field-sizing-content min-h-36 max-h-160 leading-relaxed", className)} />
    </Field>
  );
}
