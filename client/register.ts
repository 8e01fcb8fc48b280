import { got, houseAt } from './house.ts';
import { registration } from './registration.ts';

/** Logs in, uploads a photograph, registers a dispute with it, reads it, and is refused once: prints what it was told. */
const [, , address = '', login = '', password = ''] = process.argv;
const house = houseAt(address);

const me = got(await house.POST('/api/sessions', { body: { login, password } }));

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const uploaded = got(
  await house.POST('/api/uploads', {
    // The description knows a file as its bytes; what is sent is a form.
    body: { file: [atob(pixel)] },
    bodySerializer({ file }) {
      const form = new FormData();
      for (const bytes of file) {
        const content = Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
        form.append('file', new Blob([content], { type: 'image/png' }), '天花板.png');
      }
      return form;
    },
  }),
);

const body = registration(
  uploaded.map(({ id }) => id),
  crypto.randomUUID(),
);
const first = got(await house.POST('/api/disputes', { body }));
const again = got(await house.POST('/api/disputes', { body }));
const dispute = got(await house.GET('/api/disputes/{code}', { params: { path: { code: first.code } } }));

const refused = await house.POST('/api/disputes', { body: { ...body, facts: '', commandId: crypto.randomUUID() } });

console.log(
  JSON.stringify({
    name: me?.user.name,
    files: uploaded.map(({ name }) => name),
    registeredOnce: first.code === again.code,
    ...{ title: dispute.title, status: dispute.status, parties: dispute.parties.map(({ name }) => name) },
    refusal: { status: refused.response.status, ...refused.error?.error, requestId: '' },
  }),
);
