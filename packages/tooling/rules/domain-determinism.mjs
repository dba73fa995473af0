const named = (node, object, property) =>
  node.type === "MemberExpression" &&
  node.object.type === "Identifier" &&
  node.object.name === object &&
  (node.computed ? node.property.value === property : node.property.name === property);

/** A deadline decided on the machine's own clock cannot be tested, moved or explained. */
export const noOwnClock = {
  meta: { type: "problem", schema: [], messages: { found: "The domain has no clock of its own: take the instant from ctx.clock." } },
  create(context) {
    const report = (node) => context.report({ node, messageId: "found" });
    return {
      NewExpression: (node) => node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0 && report(node),
      CallExpression: (node) => node.callee.type === "Identifier" && node.callee.name === "Date" && report(node),
      MemberExpression: (node) => (named(node, "Date", "now") || named(node, "performance", "now")) && report(node),
    };
  },
};

/** Chance that nobody can repeat: identifiers and secrets come from node:crypto, draws from a stored seed. */
export const noChance = {
  meta: { type: "problem", schema: [], messages: { found: "No Math.random in the domain: use node:crypto for secrets and a stored seed for draws." } },
  create: (context) => ({ MemberExpression: (node) => named(node, "Math", "random") && context.report({ node, messageId: "found" }) }),
};

/** Configuration is read once, checked by its schema, and handed in. */
export const noEnvironment = {
  meta: { type: "problem", schema: [], messages: { found: "The domain reads no environment: src/shared/config.ts does it once, and deps carry it." } },
  create: (context) => ({ MemberExpression: (node) => named(node, "process", "env") && context.report({ node, messageId: "found" }) }),
};
