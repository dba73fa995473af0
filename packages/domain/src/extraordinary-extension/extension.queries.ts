import { notFound } from "../shared/errors.ts";
import { afterTimeCursor, pageOf } from "../shared/paging.ts";
import { defineQuery } from "../shared/use-case.ts";
import { EXTENSION_CLASSES, type ExtensionClass } from "./extension.rules.ts";
import { ExtensionIdInput, ExtensionsOfInput, ListExtensionsInput } from "./extension.schema.ts";

const SHOWN_LOTS = 100;

/** All extraordinary extensions, the newest first: legal notices, for everybody. */
export const listExtensions = defineQuery("extension.list", ListExtensionsInput, async (ctx, { limit, cursor }) => {
  ctx.authorise();
  const rows = await ctx.db.extraordinaryExtension.findMany({ where: afterTimeCursor(cursor, "desc", "declaredAt"), orderBy: [{ declaredAt: "desc" }, { id: "desc" }], take: limit + 1 });
  const page = pageOf(rows, limit, (row) => [row.declaredAt.toISOString(), row.id]);
  return {
    ...page,
    items: page.items.map(({ id, documentNo, title, classes, windowFrom, windowUntil, days, declaredBy, declaredAt }) => ({ id, documentNo, title, classes: classes as ExtensionClass[], windowFrom, windowUntil, days, declaredBy, declaredAt })),
    may: { declare: ctx.may("extension.declare") },
  };
});

/** One legal notice with how many deadlines of each class it moved, and the public procedures among them. */
export const readExtension = defineQuery("extension.read", ExtensionIdInput, async (ctx, { extensionId }) => {
  ctx.authorise();
  const extension = (await ctx.db.extraordinaryExtension.findUnique({ where: { id: extensionId } })) ?? notFound("extension", extensionId);
  const [counted, items] = await Promise.all([
    ctx.db.extraordinaryExtensionItem.groupBy({ by: ["class"], where: { extensionId }, _count: true }),
    ctx.db.extraordinaryExtensionItem.findMany({ where: { extensionId, class: { in: ["LISTING_PERIOD", "NOTICE"] } }, orderBy: { toAt: "asc" }, take: SHOWN_LOTS }),
  ]);
  const of = (one: string) => items.filter((item) => item.class === one).map(({ subjectId }) => subjectId);
  const [listings, notices] = await Promise.all([
    ctx.db.listing.findMany({ where: { id: { in: of("LISTING_PERIOD") } }, select: { id: true, no: true, result: { select: { title: true } } } }),
    ctx.db.publicNotice.findMany({ where: { id: { in: of("NOTICE") } }, select: { id: true, no: true, result: { select: { title: true } } } }),
  ]);
  const names = new Map([...listings.map((row) => ({ ...row, place: "/listings" as const })), ...notices.map((row) => ({ ...row, place: "/notices" as const }))].map((row) => [row.id, row]));
  const { declaredById: _by, venueId: _venue, divisionPrefix: _prefix, classes, ...notice } = extension;
  return {
    ...notice,
    classes: classes as ExtensionClass[],
    counts: EXTENSION_CLASSES.flatMap((one) => (classes.includes(one) ? [{ class: one, count: counted.find((row) => row.class === one)?._count ?? 0 }] : [])),
    procedures: items.flatMap(({ subjectId, fromAt, toAt }) => {
      const named = names.get(subjectId);
      return named ? [{ id: named.id, no: named.no, title: named.result.title, place: named.place, fromAt, toAt }] : [];
    }),
  };
});

/** The extensions that moved a deadline of these things, for a banner on their pages. */
export const extensionsOf = defineQuery("extension.read", ExtensionsOfInput, async (ctx, { subjectIds }) => {
  ctx.authorise();
  const items = await ctx.db.extraordinaryExtensionItem.findMany({ where: { subjectId: { in: subjectIds } }, include: { extension: { select: { id: true, title: true, documentNo: true, declaredAt: true } } }, orderBy: { toAt: "desc" }, take: 10 });
  return { items: items.map(({ class: one, fromAt, toAt, extension }) => ({ class: one as ExtensionClass, fromAt, toAt, ...extension })) };
});
