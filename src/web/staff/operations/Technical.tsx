/** Commands, paths and names of programs inside a Chinese sentence. */
const parts = /([A-Za-z0-9/~$][\x20-\x7e]*[A-Za-z0-9/)"])/;

/** A sentence for who runs the machine: what is to be typed stands out, and is read as what it is. */
export function Technical({ text }: { text: string }) {
  return text.split(parts).map((part, index) =>
    /[A-Za-z]{2}/.test(part) && parts.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence stay where they are
      <code key={index} lang="en">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
