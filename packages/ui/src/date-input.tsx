import type { InputHTMLAttributes, ReactNode } from "react";
import { TextInput } from "./text-input.tsx";

export type DateInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type" | "prefix"> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  /** A calendar day ("2025-09-24"), or a day with a time ("2025-09-24T09:00", Asia/Shanghai). */
  readonly withTime?: boolean;
};

/** The browser's own picker: it speaks the reader's language and works with keyboard and thumb. */
export function DateInput({ withTime = false, ...rest }: DateInputProps) {
  return <TextInput {...rest} type={withTime ? "datetime-local" : "date"} className="max-w-64 tabular" />;
}
