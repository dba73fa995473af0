// Drawn by Lucide (ISC licence); written by icons/build.mjs.
import { Glyph, type GlyphProps } from "../glyph.tsx";

export function ChevronUpIcon(props: GlyphProps) {
  return (
    <Glyph {...props}>
      <path d="m18 15-6-6-6 6" />
    </Glyph>
  );
}
