/**
 * Writes src/icons/*.tsx from Lucide (ISC licence): `npx pnpm --filter @ttx/ui icons`. Lucide's own React components are client
 * components; ours are plain SVG, so an icon on a server-rendered page costs no JavaScript.
 */
import { writeFileSync } from "node:fs";

const NAMES = `search menu x check chevron-right chevron-left chevron-down arrow-right arrow-left arrow-up arrow-down bell log-out languages
users building-2 file-text file-check gavel shield-check shield-alert triangle-alert circle-alert circle-check circle-x circle-dot circle
circle-dashed clock hourglass info upload download trash-2 plus minus filter columns-3 eye eye-off key-round chart-column wallet receipt
handshake flask-conical lightbulb megaphone badge-check settings server list-checks layout-dashboard paperclip copy refresh-cw inbox ban
history message-square`.split(/\s+/);

async function drawing(name) {
  const { __iconData } = await import(`lucide-react/icons/${name}`);
  if (__iconData) return __iconData;
  const { readFileSync } = await import("node:fs");
  const alias = readFileSync(new URL(import.meta.resolve(`lucide-react/icons/${name}`)), "utf8").match(/from '\.\/(.+?)\.mjs'/)?.[1];
  if (!alias) throw new Error(`Lucide has no icon ${name}.`);
  return drawing(alias);
}

const camel = (key) => key.replace(/-([a-z])/g, (_, c) => c.toUpperCase());
for (const name of NAMES) {
  const __iconData = await drawing(name);
  const pascal = name.split("-").map((w) => w[0].toUpperCase() + w.slice(1)).join("");
  const shapes = __iconData.node
    .map(([tag, { key: _, ...attributes }]) => `      <${tag} ${Object.entries(attributes).map(([k, v]) => `${camel(k)}="${v}"`).join(" ")} />`)
    .join("\n");
  writeFileSync(new URL(`../src/icons/${name}.tsx`, import.meta.url), `// Drawn by Lucide (ISC licence); written by icons/build.mjs.
import { Glyph, type GlyphProps } from "../glyph.tsx";

export function ${pascal}Icon(props: GlyphProps) {
  return (
    <Glyph {...props}>
${shapes}
    </Glyph>
  );
}
`);
}
console.log(`${NAMES.length} icons`);
