"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { CheckIcon } from "./icons/check.tsx";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";
import type { Option } from "./select.tsx";
import { pick, type Lang, type Text } from "./text.ts";

const NOTHING: Text = { zh: "没有符合的选项，请换个词", en: "Nothing matches; try another word" };
const MORE: Text = { zh: "还有更多，请继续输入", en: "There are more: keep typing" };
const SHOWN = 50;

export type ComboboxProps = {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  readonly lang: Lang;
  /** The code list; or leave it out and give `search`, for lists that are too long to send. */
  readonly options?: readonly Option[];
  readonly search?: (words: string, signal: AbortSignal) => Promise<readonly Option[]>;
  readonly defaultOption?: Option;
  readonly onSelect?: (option: Option | null) => void;
};

function matching(options: readonly Option[], words: string): readonly Option[] {
  const wanted = words.trim().toLowerCase().split(/\s+/);
  return options.filter((option) => wanted.every((word) => `${option.label} ${option.value}`.toLowerCase().includes(word)));
}

/** Search in a code list: type part of the name or the code, choose with arrows and Enter (WAI-ARIA combobox). Sends the code under `name`. */
export function Combobox({ id, name = id, label, hint, help, error, optional, lang, options, search, defaultOption, onSelect }: ComboboxProps) {
  const listId = useId();
  const [chosen, setChosen] = useState<Option | null>(defaultOption ?? null);
  const [words, setWords] = useState(defaultOption?.label ?? "");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<readonly Option[]>([]);
  const list = useRef<HTMLUListElement>(null);
  const asking = chosen?.label === words ? "" : words;

  useEffect(() => {
    if (!search || !open) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(asking, abort.signal).then(setFound, () => undefined);
    }, 180);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, asking, open]);

  const all = options ? matching(options, asking) : found;
  const rows = all.slice(0, SHOWN);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  function choose(option: Option | null) {
    setChosen(option);
    setWords(option?.label ?? "");
    setOpen(false);
    onSelect?.(option);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else setActive((at) => Math.max(0, Math.min(rows.length - 1, at + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const row = rows[active];
      if (row && !row.disabled) choose(row);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      setOpen(false);
      setWords(chosen?.label ?? "");
    }
  }

  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} optional={optional}>
      <div className="relative">
        <input
          {...describedBy(id, { hint, error })}
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && rows[active] ? `${listId}-${active}` : undefined}
          autoComplete="off"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(0);
            setOpen(true);
            if (event.target.value === "" && chosen) choose(null);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            setWords(chosen?.label ?? "");
          }}
          onKeyDown={onKeyDown}
          className="control"
        />
        <ul
          ref={list}
          id={listId}
          role="listbox"
          hidden={!open}
          onPointerDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded border border-line bg-surface py-1 shadow-over"
        >
          {rows.map((option, at) => (
            <li
              key={option.value}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={option.value === chosen?.value}
              aria-disabled={option.disabled || undefined}
              onClick={() => (option.disabled ? undefined : choose(option))}
              onPointerMove={() => setActive(at)}
              className={cx("flex min-h-10 items-center gap-2 px-3 py-1.5 leading-snug", at === active && "bg-brand-soft", option.disabled && "text-ink-faint")}
            >
              <span className="min-w-0 flex-1">{option.label}</span>
              <span className="tabular text-sm text-ink-faint">{option.value}</span>
              {option.value === chosen?.value ? <CheckIcon size={16} className="text-brand" /> : null}
            </li>
          ))}
        </ul>
        {open && (rows.length === 0 || all.length > SHOWN) ? (
          <p role="status" className="mt-1 text-sm text-ink-soft">{pick(lang, rows.length === 0 ? NOTHING : MORE)}</p>
        ) : null}
      </div>
      <input type="hidden" name={name} value={chosen?.value ?? ""} />
    </Field>
  );
}
