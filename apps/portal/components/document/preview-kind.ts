import type { Preview } from "./preview-link.tsx";

/** How a file can be looked at in a page, by its media type. */
export function previewOf(mediaType: string): Preview | null {
  if (mediaType === "application/pdf") return "pdf";
  return mediaType.startsWith("image/") ? "picture" : null;
}

/** The same by its name, where nothing else of it is known; what it really is the server has found from its content. */
export function previewByName(name: string): Preview | null {
  if (/\.pdf$/i.test(name)) return "pdf";
  return /\.(png|jpe?g|webp|gif)$/i.test(name) ? "picture" : null;
}
