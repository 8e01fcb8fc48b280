import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { DisputeView } from '../../../disputes/views.ts';
import type { SameMatter as Same } from '../../../linking/sameMatter.ts';
import { tableDay } from '../../../ui/dates.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { useHotkeys } from '../../../ui/useHotkeys.ts';
import { SideBySide, type SideRow } from '../linking/SideBySide.tsx';
import { type LinkingWords, useLinkingWords } from '../linking/words.ts';
import { categoriesQuery, disputeQuery, regionsQuery } from '../queries.ts';
import { usePost } from '../useMe.ts';
import type { RegisterForm } from './form.ts';
import { useSameMatters } from './useSameMatters.ts';
import '../linking/linking.css';

const namesOf = (parties: readonly { side: string; name: string }[], side: string): string =>
  parties.flatMap((party) => (party.side === side && party.name ? [party.name] : [])).join('、');

function rowsOf(
  form: RegisterForm,
  view: DisputeView,
  names: { category: string; place: string },
  t: LinkingWords,
): SideRow[] {
  const { facts } = view;
  return [
    { label: t.who, left: namesOf(form.parties, 'applicant'), right: namesOf(view.parties, 'applicant') },
    { label: t.against, left: namesOf(form.parties, 'respondent'), right: namesOf(view.parties, 'respondent') },
    { label: t.category, left: names.category, right: view.category.name },
    {
      label: t.place,
      left: `${names.place} ${form.address}`.trim(),
      right: `${view.place} ${facts?.address ?? ''}`.trim(),
    },
    { label: t.day, left: form.occurredOn, right: facts?.occurredOn ?? '' },
    { label: t.facts, left: form.facts, right: facts?.facts ?? '' },
  ];
}

function Compare({ form, same, onClose }: { form: RegisterForm; same: Same; onClose: () => void }) {
  const t = useLinkingWords();
  const { countyCode } = usePost();
  const query = useQuery(disputeQuery(same.code));
  const { data: categories } = useQuery(categoriesQuery);
  const { data: regions } = useQuery(regionsQuery(countyCode));
  const names = {
    category: categories?.find(({ code }) => code === form.categoryCode)?.name ?? '',
    place: regions?.find(({ code }) => code === form.regionCode)?.short ?? '',
  };
  return (
    <Modal
      open
      width={820}
      title={t.compare}
      onCancel={onClose}
      closable={{ 'aria-label': t.back }}
      footer={
        <Button onClick={onClose} autoFocus>
          {t.back} <kbd>Esc</kbd>
        </Button>
      }
    >
      <PageState query={query}>
        {(view) => (
          <SideBySide
            heads={[t.now, `${t.before} ${same.codeShort}（${tableDay(view.openedAt)}，${view.statusLabel}）`]}
            rows={rowsOf(form, view, names, t)}
          />
        )}
      </PageState>
    </Modal>
  );
}

type ItemProps = {
  same: Same;
  first: boolean;
  pending: boolean;
  onJoin: () => void;
  onNot: () => void;
  onAside: () => void;
};

function Item({ same, first, pending, onJoin, onNot, onAside }: ItemProps) {
  const t = useLinkingWords();
  const key = (name: string) => (first ? <kbd>{name}</kbd> : null);
  return (
    <li>
      <p>
        <strong>{same.codeShort}</strong> {same.title}
      </p>
      <p>
        {same.partiesLine}　<span className="second">{same.where}</span>
      </p>
      <p>
        {t.same}：{same.reasons.join('、')}
      </p>
      {same.instead ? <p className="second">{same.instead}</p> : null}
      <div className="row">
        {same.joins ? (
          <Button size="small" loading={pending} onClick={onJoin}>
            {t.join} {key('Alt+J')}
          </Button>
        ) : (
          <Link to="/disputes/$code" params={{ code: same.code }} target="_blank">
            {t.open}
          </Link>
        )}
        <Button size="small" onClick={onNot}>
          {t.not} {key('Alt+N')}
        </Button>
        <Button size="small" onClick={onAside}>
          {t.aside} {key('Alt+B')}
        </Button>
      </div>
    </li>
  );
}

type Props = { form: RegisterForm; pending: boolean; onJoin: (leadCode: string) => void };

/** 可能是同一件事, beside the form and never over it. It compares the matter and says nothing of a person's past. */
export function SameMatter({ form, pending, onJoin }: Props) {
  const t = useLinkingWords();
  const { found, dismiss, problem } = useSameMatters(form);
  const [aside, setAside] = useState<Same | null>(null);
  const [first] = found;
  useHotkeys(
    {
      'Alt+J': () => first?.joins && onJoin(first.code),
      'Alt+N': () => first && dismiss(first),
      'Alt+B': () => first && setAside(first),
    },
    { enabled: first !== undefined && aside === null },
  );
  return (
    <section className="same-matter" aria-live="polite" aria-labelledby="same-matter-head">
      <h2 id="same-matter-head">{t.maybe(found.length)}</h2>
      {problem ? <p className="field-error">{problem.message}</p> : null}
      <ul>
        {found.map((same) => (
          <Item
            key={same.code}
            same={same}
            first={same === first}
            pending={pending}
            onJoin={() => onJoin(same.code)}
            onNot={() => dismiss(same)}
            onAside={() => setAside(same)}
          />
        ))}
      </ul>
      <p className="second same-matter-note">{t.onlyMatter}</p>
      {aside ? <Compare form={form} same={aside} onClose={() => setAside(null)} /> : null}
    </section>
  );
}
