import { type ReactNode, useState } from 'react';
import type { OwnWordsView, PlaceView } from '../../../signing/signingViews.ts';
import { dayText } from '../../../ui/dates.ts';
import { formatMoney } from '../../../ui/money.ts';
import { useVoice } from './useVoice.ts';
import { useSigningWords } from './words.ts';

/** What one person is about to sign: his sum, his days, his account, the sentences that name him; the whole below. */
export function OwnWords({ place, words, beside }: { place: PlaceView; words: OwnWordsView; beside: ReactNode }) {
  const t = useSigningWords();
  const [whole, setWhole] = useState(false);
  const { getsCents, owesCents, instalments, account, own, all } = words;
  const voice = useVoice([place.name, ...own].join('。'));
  return (
    <>
      <p className="signing-sums">
        <b>{place.name}</b> <span>{place.role}</span>
        {getsCents === null ? null : <b>{t.gets(formatMoney(getsCents))}</b>}
        {owesCents === null ? null : <b>{t.owes(formatMoney(owesCents))}</b>}
        {instalments.length > 0 ? (
          <span>
            {instalments.length > 1 ? t.times(instalments.length) : null}
            {instalments.map(({ cents, dueOn }) => `${dayText(dueOn)} ${formatMoney(cents)}`).join(' · ')}
          </span>
        ) : null}
        {account.length > 0 ? (
          <span>
            {t.account} {account.join('；')}
          </span>
        ) : null}
      </p>
      <section aria-label={t.concerns} className="signing-words" lang="zh">
        {whole ? <p className="signing-all">{all}</p> : own.map((sentence) => <p key={sentence}>{sentence}</p>)}
      </section>
      <div className="signing-row">
        {voice ? (
          <button type="button" className="signing-button" aria-pressed={voice.speaking} onClick={voice.toggle}>
            {voice.speaking ? t.stopReading : t.readAloud}
          </button>
        ) : (
          <span>{t.askReader}</span>
        )}
        <button type="button" className="signing-button" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t.concerns : t.whole}
        </button>
        {beside}
      </div>
    </>
  );
}
