export type Sending = { status: number; body: unknown };

/** One file in the field `file`, with progress from 0 to 100; rejects only when the server cannot be reached. */
export function sendFile(path: string, file: File, onProgress: (percent: number) => void): Promise<Sending> {
  // fetch tells nothing about how much has been sent.
  const request = new XMLHttpRequest();
  request.open('POST', path);
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => onProgress(Math.round((loaded / Math.max(total, 1)) * 100));
  const body = new FormData();
  body.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(new Error('offline'));
    request.send(body);
  });
}
