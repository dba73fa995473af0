/** What a framework's route handler costs before it does anything: a body read as JSON, an answer sent as JSON. */
export async function POST(request: Request): Promise<Response> {
  const { requestId } = (await request.json()) as { readonly requestId: string };
  return Response.json({ requestId }, { status: 201 });
}
