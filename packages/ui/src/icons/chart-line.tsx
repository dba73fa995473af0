// Drawn by Lucide (ISC licence); written by icons/build.mjs.
import { Glyph, type GlyphProps } from "../glyph.tsx";

export function ChartLineIcon(props: GlyphProps) {
  return (
    <Glyph {...props}>
      <path d="M3 3v16a2 2 0 0 0 2 2h16" />
      <path d="m19 9-5 5-4-4-3 3" />
    </Glyph>
  );
}
