import type { ReactNode } from "react";
import { headingId, inlineParts, markdownBlocks } from "./markdown-blocks.ts";

/** The little Markdown that our own documentation uses. */
export function Markdown({ children }: { readonly children: string }) {
  return (
    <div className="grid gap-3">
      {markdownBlocks(children).map((block, i) => {
        switch (block.kind) {
          case "heading":
            return <h2 key={i} id={headingId(block.text)} className="mt-3 text-lg font-semibold">{block.text}</h2>;
          case "list":
            return <ul key={i} className="prose-column grid list-disc gap-1 pl-5">{block.items.map((item, j) => <li key={j}><Inline>{item}</Inline></li>)}</ul>;
          case "paragraph":
            return <p key={i} className="prose-column"><Inline>{block.text}</Inline></p>;
        }
      })}
    </div>
  );
}

export function Inline({ children }: { readonly children: string }): ReactNode {
  return inlineParts(children).map((part, i) => (part.code ? <code key={i} className="rounded-sm bg-sunken px-1 font-mono text-sm break-words">{part.text}</code> : part.text));
}
