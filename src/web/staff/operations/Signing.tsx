import type { Upkeep } from './queries.ts';
import { useOperationsWords } from './words.ts';

/** The public half of the key that signs what was agreed, to be made known by another way than the files themselves. */
export function Signing({ signing: { publicKey, fingerprint } }: Pick<Upkeep, 'signing'>) {
  const t = useOperationsWords();
  return (
    <section className="section" aria-labelledby="signing-key">
      <h2 id="signing-key">{t.signingKey}</h2>
      <p className="reading">{t.signingWhy}</p>
      <p>
        {t.fingerprint} <code>{fingerprint}</code>
      </p>
      <p>
        <code className="key-text">{publicKey}</code>
      </p>
      <a href="/c/verifier.html">{t.verifier}</a>
    </section>
  );
}
