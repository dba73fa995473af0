"use client";

import { LogOutIcon } from "@ttx/ui/icons/log-out";
import { useState } from "react";
import { signOut } from "#client/auth.ts";

export function SignOutButton({ label, goTo }: { readonly label: string; readonly goTo: string }) {
  const [pending, setPending] = useState(false);
  return (
    <button
      type="button"
      disabled={pending}
      onClick={() => {
        setPending(true);
        signOut().then(() => window.location.assign(goTo), () => setPending(false));
      }}
      className="flex min-h-11 items-center gap-1.5 rounded px-2 text-sm text-ink-soft hover:text-brand"
    >
      <LogOutIcon size={18} />
      <span className="hidden lg:inline">{label}</span>
      <span className="sr-only lg:hidden">{label}</span>
    </button>
  );
}
