export type Block = { readonly kind: "heading" | "paragraph"; readonly text: string } | { readonly kind: "list"; readonly items: readonly string[] };

/** Headings, lists and paragraphs; a line that follows another belongs to it, unless it begins a list or a heading. */
export function markdownBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push({ kind: "paragraph", text: open.join(" ") });
    if (items.length > 0) blocks.push({ kind: "list", items });
    open = [];
    items = [];
  };
  for (const line of text.split("\n")) {
    const heading = /^##\s+(.*)$/.exec(line);
    const item = /^-\s+(.*)$/.exec(line);
    if (heading) {
      close();
      blocks.push({ kind: "heading", text: heading[1]! });
    } else if (item) {
      if (open.length > 0) close();
      items.push(item[1]!);
    } else if (line.trim() === "") close();
    else {
      if (items.length > 0) close();
      open.push(line.trim());
    }
  }
  close();
  return blocks;
}

/** Text and `code`, in turns. */
export function inlineParts(text: string): { readonly text: string; readonly code: boolean }[] {
  return text.split("`").map((part, i) => ({ text: part, code: i % 2 === 1 })).filter((part) => part.text !== "");
}

export function headingId(text: string): string {
  return `guide-${text.trim().toLowerCase().replace(/\s+/g, "-")}`;
}
