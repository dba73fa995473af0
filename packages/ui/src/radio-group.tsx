import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { FieldError } from "./field.tsx";

export type RadioOption = { readonly value: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly disabled?: boolean };

export type RadioGroupProps = {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly options: readonly RadioOption[];
  readonly defaultValue?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  /** Side by side, for two or three short answers. */
  readonly inline?: boolean;
};

export function RadioGroup({ id, name = id, label, hint, error, options, defaultValue, value, onChange, inline = false }: RadioGroupProps) {
  const about = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={about || undefined} className="grid gap-2 outline-none">
      <legend className="mb-1 font-medium leading-snug">{label}</legend>
      {hint ? <div id={`${id}-hint`} className="text-sm text-ink-soft">{hint}</div> : null}
      <div className={cx("flex gap-x-6 gap-y-1", inline ? "flex-wrap" : "flex-col")}>
        {options.map((option) => {
          const checked = value === undefined ? { defaultChecked: option.value === defaultValue } : { checked: option.value === value };
          return (
            <label key={option.value} className="flex min-h-9 items-start gap-3 py-1">
              <input
                type="radio"
                name={name}
                value={option.value}
                disabled={option.disabled}
                onChange={onChange ? () => onChange(option.value) : undefined}
                readOnly={value !== undefined && !onChange}
                {...checked}
                className="mt-1 size-5 shrink-0"
              />
              <span>
                {option.label}
                {option.hint ? <span className="block text-sm text-ink-soft">{option.hint}</span> : null}
              </span>
            </label>
          );
        })}
      </div>
      {error ? <FieldError id={id}>{error}</FieldError> : null}
    </fieldset>
  );
}
