// Drawn by Lucide (ISC licence); written by icons/build.mjs.
import { Glyph, type GlyphProps } from "../glyph.tsx";

export function DownloadIcon(props: GlyphProps) {
  return (
    <Glyph {...props}>
      <path d="M12 15V3" />
      <path d="M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" />
      <path d="m7 10 5 5 5-5" />
    </Glyph>
  );
}
