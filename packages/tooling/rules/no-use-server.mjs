/** Every change goes through /api/v1: a Server Action would be a second door, with none of its checks. */
export const noUseServer = {
  meta: { type: "problem", schema: [], messages: { found: 'No Server Actions: send the change to /api/v1 instead of writing "use server".' } },
  create(context) {
    return {
      ExpressionStatement(node) {
        const { expression } = node;
        if (expression.type === "Literal" && expression.value === "use server") context.report({ node, messageId: "found" });
      },
    };
  },
};
