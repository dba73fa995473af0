"use client";

import { useRef, useState, type DragEvent, type ReactNode } from "react";
import { CircleCheckIcon } from "./icons/circle-check.tsx";
import { PaperclipIcon } from "./icons/paperclip.tsx";
import { UploadIcon } from "./icons/upload.tsx";
import { cx } from "./cx.ts";
import { describedBy, Field } from "./field.tsx";
import { FileInput } from "./file-input.tsx";
import { pick, type Lang, type Text } from "./text.ts";
import { useFormWaits } from "./use-form-waits.ts";
import { uploadFile, type Uploaded } from "./upload-file.ts";

const CHOOSE: Text = { zh: "选择文件，或拖到这里", en: "Choose a file, or drop it here" };
const TOO_BIG: Text = { zh: "文件超过大小限制", en: "The file is larger than allowed" };
const SENT: Text = { zh: "已上传", en: "Uploaded" };
const REMOVE: Text = { zh: "移除", en: "Remove" };
const RETRY: Text = { zh: "重新上传", en: "Try again" };

type Entry = { readonly key: number; readonly file: File; readonly percent: number; readonly error?: string; readonly done?: Uploaded };

export type FileDropProps = {
  readonly id: string;
  readonly name?: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly optional?: string;
  readonly lang: Lang;
  /** Takes the file's bytes as the body of a POST and answers {id}. */
  readonly url: string;
  readonly accept?: string;
  readonly maxBytes: number;
  readonly multiple?: boolean;
  readonly onChange?: (ids: readonly string[]) => void;
};

/** Files are sent at once, with their progress, and named by the id the server gave; the form then sends only ids under `name`, and not before they are there. */
export function FileDrop({ id, name = id, label, hint, error, optional, lang, url, accept, maxBytes, multiple = false, onChange }: FileDropProps) {
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [over, setOver] = useState(false);
  const current = useRef<readonly Entry[]>([]);
  const nextKey = useRef(0);
  const list = useRef<HTMLUListElement>(null);
  useFormWaits(list, entries.some(({ done, error: fault }) => !done && fault === undefined), () => current.current.every(({ done }) => done));

  function update(change: (before: readonly Entry[]) => readonly Entry[]) {
    current.current = change(current.current);
    setEntries(current.current);
    onChange?.(current.current.flatMap((entry) => (entry.done ? [entry.done.id] : [])));
  }
  const patch = (key: number, change: Partial<Entry>) => update((all) => all.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));

  async function send({ key, file }: Entry) {
    if (file.size > maxBytes) return patch(key, { error: pick(lang, TOO_BIG) });
    patch(key, { error: undefined, percent: 0 });
    const result = await uploadFile(url, file, lang, (percent) => patch(key, { percent }));
    patch(key, "error" in result ? { error: result.error } : { done: result, percent: 100 });
  }

  function add(files: readonly File[]) {
    const chosen = files.slice(0, multiple ? undefined : 1);
    const fresh = chosen.map((file): Entry => ({ key: (nextKey.current += 1), file, percent: 0 }));
    update((all) => (multiple ? [...all, ...fresh] : fresh));
    for (const entry of fresh) void send(entry);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  }

  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional}>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx("relative flex min-h-20 items-center justify-center gap-2 rounded border border-dashed p-4 text-brand focus-within:outline-3 focus-within:outline-focus", over ? "border-brand bg-brand-soft" : "border-edge bg-surface")}
      >
        <UploadIcon />
        <span>{pick(lang, CHOOSE)}</span>
        <FileInput {...describedBy(id, { hint, error })} accept={accept} multiple={multiple} onFiles={add} className="absolute inset-0 cursor-pointer opacity-0" />
      </div>
      <ul ref={list} className="grid gap-2" aria-live="polite">
        {entries.map((entry) => (
          <li key={entry.key} className="grid gap-1 rounded border border-line bg-surface px-3 py-2 text-sm">
            <div className="flex items-center gap-2">
              {entry.done ? <CircleCheckIcon size={16} className="text-done" /> : <PaperclipIcon size={16} className="text-ink-soft" />}
              <span className="min-w-0 flex-1 truncate">{entry.file.name}</span>
              <span className="tabular text-ink-soft">{entry.done ? pick(lang, SENT) : entry.error ? "" : `${entry.percent}%`}</span>
              {entry.error ? <button type="button" className="link" onClick={() => void send(entry)}>{pick(lang, RETRY)}</button> : null}
              <button type="button" className="link" onClick={() => update((all) => all.filter((other) => other.key !== entry.key))}>{pick(lang, REMOVE)}</button>
            </div>
            {entry.error ? <p className="font-medium text-live">{entry.error}</p> : entry.done ? null : <progress value={entry.percent} max={100} aria-label={entry.file.name} className="h-1.5 w-full" />}
            {entry.done ? <input type="hidden" name={name} value={entry.done.id} /> : null}
          </li>
        ))}
      </ul>
    </Field>
  );
}
