"use client";

import { Button } from "@ttx/ui/button";
import { useRef } from "react";

const MOST_BYTES = 100_000;

/** Reads a small file of this device, which goes nowhere else: a private key, or what opens a sealed bid. */
export function ReadFileButton({ id, label, onText }: { readonly id: string; readonly label: string; readonly onText: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        id={id}
        type="file"
        accept="application/json,.json"
        aria-label={label}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file && file.size <= MOST_BYTES) void file.text().then(onText);
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>{label}</Button>
    </div>
  );
}
