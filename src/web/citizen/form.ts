import type { FastifyRequest } from 'fastify';

export type Fields = Readonly<Record<string, string>>;
/** `cut`: larger than we take, so not all of it is here. */
export type SentFile = { name: string; bytes: Buffer; cut: boolean };

/** Every value as the text that was typed; nothing else is taken from a form. */
function textFields(body: unknown): Fields {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>);
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

export type Form = { fields: Fields; tooMany: boolean };

/** Read from the options of each call, but missing in their type. */
const toTheEnd = { throwFileSizeLimit: false } as object;

/**
 * Reads a form in the order it was sent: our own fields stand before the files, so `keep` knows them. The whole body is
 * read whatever happens to a file: an answer in the middle of an upload would look like a broken connection.
 */
export async function readForm(
  request: FastifyRequest,
  keep: (file: SentFile, fields: Fields) => Promise<void>,
): Promise<Form> {
  if (!request.isMultipart()) return { fields: textFields(request.body), tooMany: false };
  const fields: Record<string, string> = {};
  try {
    for await (const part of request.parts(toTheEnd)) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') fields[part.fieldname] = part.value.toWellFormed().replaceAll('\0', '');
        continue;
      }
      const bytes = await part.toBuffer();
      if (part.filename)
        await keep({ name: part.filename.replaceAll('\0', ''), bytes, cut: part.file.truncated }, fields);
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'FST_FILES_LIMIT') throw error;
    return { fields, tooMany: true };
  }
  return { fields, tooMany: false };
}
