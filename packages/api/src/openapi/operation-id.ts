import type { Endpoint } from "../door/endpoint.ts";

/** getResultsById, postListingsByIdPublish: unique, because method and address are. */
export function operationIdOf({ method, path }: Pick<Endpoint, "method" | "path">): string {
  const words = path.split("/").filter(Boolean).flatMap((part) => (part.startsWith("{") ? ["by", part.slice(1, -1)] : part.split(/[-.]/)));
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
