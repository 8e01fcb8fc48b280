import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { checkInput } from '../../../platform/checkInput.ts';
import { dayOf, now } from '../../../platform/now.ts';
import { differencesOf } from '../../../settings/differences.ts';
import type { DraftView } from '../../../settings/draftView.ts';
import { fieldsOf, isBag, kindOf, partsOf, present, type Shape } from '../../../settings/shape.ts';
import { DayInput } from '../../../ui/DayInput.tsx';
import { clockTime } from '../../../ui/dates.ts';
import { Field } from '../../../ui/Field.tsx';
import { walkFields } from '../../../ui/fieldWalk.ts';
import { Loading, PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { ClockRows } from './ClockRows.tsx';
import { DraftStrips } from './DraftStrips.tsx';
import { FormContext } from './formContext.ts';
import { GroupFields } from './GroupFields.tsx';
import { draftQuery, shapeQuery, useCountyName } from './queries.ts';
import { useDraftEditor } from './useDraftEditor.ts';
import { useSettingsWords } from './words.ts';
import './settings.css';

const route = getRouteApi('/app/settings/drafts/$id');
type Editor = ReturnType<typeof useDraftEditor>;

function Head({ editor }: { editor: Editor }) {
  const t = useSettingsWords();
  const { written, told, change } = editor;
  return (
    <div className="row rule-head" data-walk="form" onKeyDownCapture={walkFields}>
      <DayInput
        name="effectiveFrom"
        label={t.effectiveFrom}
        value={written.effectiveFrom ?? ''}
        onChange={(effectiveFrom) => change({ effectiveFrom })}
        today={dayOf(now())}
        nearest="future"
        placeholder={t.effectiveHint}
        error={told.problems.effectiveFrom}
      />
      {(['basis', 'note'] as const).map((name) => (
        <div key={name} className="field-grow">
          <Field name={name} label={name === 'basis' ? t.basisLabel : t.noteLabel}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                placeholder={name === 'basis' ? t.basisHint : ''}
                value={written[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
    </div>
  );
}

type PartsProps = { shape: Shape; here: string; errors: Record<string, string>; draft: DraftView; editor: Editor };

function Parts({ shape, here, errors, draft, editor }: PartsProps) {
  const t = useSettingsWords();
  const go = useNavigate();
  const found = differencesOf(shape, draft.base.value, editor.written.value);
  return (
    <nav className="rule-nav" aria-label={t.sections}>
      {partsOf(shape).map(([key, part]) => {
        const changed = found.filter(({ path }) => path[0] === key).length;
        const wrong = Object.keys(errors).filter((field) => field.split('.')[0] === key).length;
        const to = { to: '/settings/drafts/$id', params: { id: draft.id }, search: { part: key } } as const;
        return (
          <button
            key={key}
            type="button"
            aria-current={key === here}
            onClick={() => void go({ ...to, replace: true, resetScroll: false })}
          >
            <span>{part.title ?? key}</span>
            {wrong > 0 && <span className="late-text second">{t.problemCount(wrong)}</span>}
            {wrong === 0 && changed > 0 && <span className="rule-mark">{t.changedCount(changed)}</span>}
          </button>
        );
      })}
    </nav>
  );
}

function Editing({ draft, shape }: { draft: DraftView; shape: Shape }) {
  const t = useSettingsWords();
  const { part } = route.useSearch();
  const editor = useDraftEditor(draft);
  const { written, told, state } = editor;
  const go = useNavigate();
  const leave = useMutation({
    mutationFn: editor.save,
    onSuccess: () => go({ to: '/settings/drafts/$id/review', params: { id: draft.id } }),
  });
  const parts = fieldsOf(shape);
  const here = parts.some(([key]) => key === part) ? (part as string) : 'clocks';
  const own = parts.find(([key]) => key === here)?.[1] ?? {};
  const errors = { ...told.problems, ...checkInput(shape as never, written.value) };
  const value = isBag(written.value) ? written.value[here] : undefined;
  const form = { before: draft.base.value, value: written.value, errors, warnings: told.warnings };
  return (
    <FormContext.Provider value={{ ...form, basis: written.basis, set: editor.set }}>
      <DraftStrips draft={draft} merged={editor.merged} dismiss={editor.dismiss} save={editor.save} />
      <Head editor={editor} />
      <div className="rule-layout">
        <Parts shape={shape} here={here} errors={errors} draft={draft} editor={editor} />
        <section className="rule-body" aria-label={own.title ?? here} data-walk="form" onKeyDownCapture={walkFields}>
          <h2>{own.title ?? here}</h2>
          {own.description && <p className="second">{own.description}</p>}
          {kindOf(own) === 'map' ? (
            <ClockRows shape={present(own)} path={[here]} value={value} />
          ) : (
            <GroupFields key={here} shape={own} path={[here]} value={value} />
          )}
        </section>
      </div>
      <div className="rule-foot">
        <span className="second" role="status">
          {state === 'saved' ? t.saved(clockTime(told.savedAt)) : state === 'saving' ? t.saving : t.unsaved}
        </span>
        <Button type="primary" loading={leave.isPending} onClick={() => leave.mutate()}>
          {t.review}
        </Button>
      </div>
    </FormContext.Provider>
  );
}

/** The next version of the rules while it is being written. */
export function DraftPage() {
  const t = useSettingsWords();
  const { id } = route.useParams();
  const query = useQuery(draftQuery(id));
  const shape = useQuery(shapeQuery);
  const county = useCountyName(query.data?.countyCode ?? '');
  usePageTitle(t.title);
  return (
    <div className="page">
      <PageState query={query}>
        {(draft) => (
          <>
            <div className="page-head">
              <h1>{t.draftTitle(county, draft.base.version)}</h1>
              <span className="second">
                {t[draft.state]} · {t.author} {draft.author}
              </span>
            </div>
            {!query.isFetchedAfterMount ? (
              <Loading />
            ) : draft.mayEdit ? (
              <PageState query={shape}>
                {(form) => <Editing key={`${draft.id} ${draft.base.version}`} draft={draft} shape={form} />}
              </PageState>
            ) : (
              <Strip tone="info">
                {t.waiting}{' '}
                <Link to="/settings/drafts/$id/review" params={{ id }}>
                  {t.reviewDraft}
                </Link>
              </Strip>
            )}
          </>
        )}
      </PageState>
    </div>
  );
}
