"use client";

import { create } from "qrcode";

const MARGIN = 4;

/** A QR code as one SVG path: nothing is sent anywhere to be drawn. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const cells: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) if (data[y * size + x]) cells.push(`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`);
  }
  const side = size + 2 * MARGIN;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${side} ${side}`} shapeRendering="crispEdges" className="size-52 rounded border border-line">
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={cells.join("")} fill="#000" />
    </svg>
  );
}
