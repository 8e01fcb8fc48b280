import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { dayOf, now } from '../../../platform/now.ts';
import { tableTime } from '../../../ui/dates.ts';
import { formatCount } from '../../../ui/money.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { usePost } from '../useMe.ts';
import { type HistoryLine, pinsQuery, refText, useCountyName, versionsQuery } from './queries.ts';
import { useSettingsWords } from './words.ts';
import './settings.css';

const route = getRouteApi('/app/settings/versions');

type LineProps = {
  name: string;
  line: HistoryLine;
  older: HistoryLine | undefined;
  here: boolean;
  open: number | null;
};

function Line({ name, line, older, here, open }: LineProps) {
  const t = useSettingsWords();
  const params = { county: line.countyCode, version: String(line.version) };
  const isLater = line.effectiveFrom > dayOf(now());
  return (
    <tr className={here ? 'row-here' : ''}>
      <td className="nowrap">
        <Link to="/settings/versions/$county/$version" params={params}>
          {t.versionTitle(line.countyCode.endsWith('00') ? t.city : name, line.version)}
        </Link>
        {here && <div className="second">{t.inEffect}</div>}
        {isLater && <div className="second">{t.laterOn}</div>}
      </td>
      <td className="nowrap">{line.effectiveFrom}</td>
      <td>{line.author ?? t.shipped}</td>
      <td>
        {line.approver ?? t.shipped}
        {line.approvedAt && <div className="second nowrap">{tableTime(line.approvedAt)}</div>}
      </td>
      <td>
        {line.basis}
        {line.changed.length > 0 && <div className="second">{t.changedParts(line.changed)}</div>}
        {line.note && <div className="second">{line.note}</div>}
      </td>
      <td className="number">{open === null ? '' : formatCount(open)}</td>
      <td className="nowrap no-print">
        {older && (
          <Link to="/settings/versions/$county/$version" params={params} search={{ with: refText(older) }}>
            {t.compare}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** Every version there was: from when, by whom, on what basis, and what still runs by it. */
export function HistoryPage() {
  const t = useSettingsWords();
  const post = usePost();
  const { county = post.countyCode } = route.useSearch();
  usePageTitle(t.historyTitle);
  const query = useQuery(versionsQuery(county));
  const pins = useQuery(pinsQuery(county));
  const name = useCountyName(county);
  const numbers = new Map(pins.data?.map(({ version, open }) => [version, open]));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.historyTitle}</h1>
        <Link to="/settings">{t.title}</Link>
      </div>
      <PageState query={query}>
        {({ versions, inEffect }) => (
          <TableScroll label={t.historyTitle}>
            <table className="table">
              <thead>
                <tr>
                  {[t.number, t.effective, t.author, t.approver, t.basis].map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {t.pinned}
                  </th>
                  <th scope="col" className="no-print">
                    <span className="hidden-text">{t.compare}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {versions.map((line) => {
                  const older = versions.find(
                    (each) => each.countyCode === line.countyCode && each.version < line.version,
                  );
                  // A number names one version only, but for the first that both shipped with: there it is the county's own.
                  const twin = versions.some((each) => each.version === line.version && each.countyCode === county);
                  const own = line.countyCode === county || !twin;
                  const here = refText(line) === refText(inEffect);
                  const open = pins.data && own ? (numbers.get(line.version) ?? 0) : null;
                  return <Line key={refText(line)} name={name} line={line} older={older} here={here} open={open} />;
                })}
              </tbody>
            </table>
          </TableScroll>
        )}
      </PageState>
    </div>
  );
}
