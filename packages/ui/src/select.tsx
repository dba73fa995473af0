import type { ReactNode, SelectHTMLAttributes } from "react";
import { ChevronDownIcon } from "./icons/chevron-down.tsx";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";

export type Option = { readonly value: string; readonly label: string; readonly disabled?: boolean };

export type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "children"> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  readonly options: readonly Option[];
  /** The first, empty choice: 请选择. */
  readonly empty?: string;
};

/** The browser's own select: known to everyone, right on every phone. For more than about thirty options take a Combobox. */
export function Select({ id, label, hint, help, error, optional, options, empty, className, name, ...rest }: SelectProps) {
  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} optional={optional}>
      <div className={cx("relative", className)}>
        <select {...rest} {...describedBy(id, { hint, error })} name={name ?? id} className="control appearance-none pr-10">
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>{option.label}</option>
          ))}
        </select>
        <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2 text-ink-soft" />
      </div>
    </Field>
  );
}
