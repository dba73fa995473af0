/** The only route handlers there may be: the API's wrapper and the sign-in library. */
export const DOORS = ["app/api/v1/[...path]/route.ts", "app/api/auth/[...nextauth]/route.ts"];

/** Any other route handler would answer without origin check, session, rate limit, schema and audit. */
export const oneDoor = {
  meta: { type: "problem", schema: [], messages: { found: "A route handler past the one wrapper: add an endpoint to packages/api instead." } },
  create(context) {
    const file = context.filename.replaceAll("\\", "/");
    if (!/\/app\/(.*\/)?route\.[cm]?[jt]sx?$/.test(file) || DOORS.some((door) => file.endsWith(`/${door}`))) return {};
    return { Program: (node) => context.report({ node, messageId: "found" }) };
  },
};
