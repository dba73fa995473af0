/** What became of what was typed last, beside a form that saves itself. Before there is anything to say it takes no room, but is there: its first message is read out. */
export function AutosaveLine({ message }: { readonly message: string }) {
  return <p role="status" className="min-h-6 text-sm text-ink-soft empty:sr-only">{message}</p>;
}
