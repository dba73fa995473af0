"use client";

import { useEffect, useEffectEvent, useRef, type InputHTMLAttributes } from "react";

export type FileInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "value" | "onChange"> & { readonly onFiles: (files: readonly File[]) => void };

/** Gives what was chosen and is empty again, so that the same file can be chosen anew. A file chosen before the page's scripts had come is given when they have: the browser tells of it only once. */
export function FileInput({ onFiles, ...input }: FileInputProps) {
  const box = useRef<HTMLInputElement>(null);
  function give(): void {
    const files = [...(box.current?.files ?? [])];
    if (box.current === null || files.length === 0) return;
    box.current.value = "";
    onFiles(files);
  }
  const giveEarly = useEffectEvent(give);
  useEffect(() => giveEarly(), []);
  return <input {...input} ref={box} type="file" onChange={give} />;
}
