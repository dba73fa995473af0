/** Text in which the words that were looked for are marked. */
export function Marked({ parts }: { readonly parts: readonly { readonly text: string; readonly hit: boolean }[] }) {
  return <>{parts.map(({ text, hit }, at) => (hit ? <mark key={at} className="rounded-sm bg-due-soft font-medium text-ink">{text}</mark> : text))}</>;
}
