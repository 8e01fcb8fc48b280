import { StateIcon } from '../../../../ui/StateIcon.tsx';
import type { ApiError } from '../../api.ts';
import type { Foreseen } from './queries.ts';
import { useHandoverWords } from './words.ts';

const resident = '当事人';

/** Who is told, once for all; one that would be refused says why. */
export function Foresight({ foreseen, error }: { foreseen: Foreseen[] | undefined; error: ApiError | null }) {
  const t = useHandoverWords();
  const tells = (foreseen ?? []).flatMap((row) => row.tells);
  const officials = [
    ...new Set(tells.filter(({ who }) => who !== resident && !who.endsWith(' 0 人')).map(({ who }) => who)),
  ];
  const texts = [...new Set(tells.filter(({ who }) => who === resident).map(({ text }) => text))];
  return (
    <section className="consequences" aria-label={t.outlook} aria-busy={foreseen === undefined}>
      <h3>{t.outlook}</h3>
      {foreseen === undefined && !error && <p className="second">{t.computing}</p>}
      {officials.length > 0 && <p>{t.tells(officials.join('、'))}</p>}
      {texts.map((text) => (
        <p key={text}>
          <span className="second">{t.residentText}</span> {text}
        </p>
      ))}
      {(foreseen ?? []).flatMap(({ code, codeShort, why }) =>
        why
          ? [
              <p key={code} className="soon-text">
                <StateIcon shape="dueSoon" /> {codeShort} {why}
              </p>,
            ]
          : [],
      )}
      {error && <p className="late-text">{error.message}</p>}
      <p className="second">{t.clocks}</p>
    </section>
  );
}
