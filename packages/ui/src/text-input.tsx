import type { InputHTMLAttributes, ReactNode } from "react";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "prefix"> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  /** A unit that stands after the box, e.g. 个工作日. */
  readonly unit?: ReactNode;
};

export function TextInput({ id, label, hint, help, error, optional, unit, className, name, type = "text", ...rest }: TextInputProps) {
  const box = <input {...rest} {...describedBy(id, { hint, error })} name={name ?? id} type={type} className={cx("control", className)} />;
  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} optional={optional}>
      {unit ? <div className="flex items-center gap-2">{box}<span className="shrink-0 text-ink-soft">{unit}</span></div> : box}
    </Field>
  );
}
