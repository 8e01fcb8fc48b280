import { Select } from 'antd';
import { NO_ROUTE } from '../../../../intake/decline.ts';
import { lawfulGrounds } from '../../../../law/data/grounds.ts';
import { questionsOf, routeOf } from '../../../../law/questions.ts';
import { type LegalRoute, limitSentence } from '../../../../law/route.ts';
import { dayOf, now } from '../../../../platform/now.ts';
import { DayInput } from '../../../../ui/DayInput.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { LegalCaution } from '../../LegalCaution.tsx';
import { textOf } from '../../steps/values.ts';
import { useWords } from '../catalog.ts';
import type { OneField } from './fields.ts';
import { useFieldWords } from './words.ts';

const optionOf = ({ code, label, body }: LegalRoute) => ({ value: code, label: `${label}：${body}` });

/** The ways that the ground means first, then those of the category by question. */
function useWays(categoryCode: string, ground: string) {
  const t = useWords();
  const meant = lawfulGrounds.find(({ code }) => code === ground)?.ways ?? [];
  const first = meant.map(routeOf).filter((route) => route !== undefined);
  const others = questionsOf(categoryCode).map(({ when, routes }) => ({
    label: when || t.otherWays,
    options: routes.filter(({ code }) => !meant.includes(code)).map(optionOf),
  }));
  return [...first.map(optionOf), ...others, { value: NO_ROUTE, label: t.noLimitThere }];
}

/** Not typed by anybody: empty, or what the ground or the way before this one filled in. */
const isProposed = (goTo: string, before: LegalRoute | undefined): boolean =>
  goTo === '' || goTo === before?.body || lawfulGrounds.some((ground) => ground.goTo === goTo);

/** Which way of the law is meant; where it has a limit, from which day that runs, so that the notice can name the last one. */
export function WayField({ view, form, field, label }: OneField) {
  const words = useFieldWords();
  const options = useWays(view.category.code, textOf(form.values, 'ground'));
  const route = routeOf(textOf(form.values, field));
  const hint = route && (
    <>
      {route.limit ? `${limitSentence(route.limit)}。` : ''}
      {route.note}
      {route.basis}
      <LegalCaution id={`route:${route.code}`} />
    </>
  );
  return (
    <>
      <Field name={field} label={label} span={12} error={form.errors[field]} hint={hint}>
        {(control) => (
          <Select
            {...control}
            style={{ width: '100%' }}
            options={options}
            value={textOf(form.values, field) || null}
            onChange={(code: string) => {
              const chosen = routeOf(code);
              form.set(field, code);
              if (chosen && isProposed(textOf(form.values, 'goTo'), route)) form.set('goTo', chosen.body);
            }}
          />
        )}
      </Field>
      {route?.limit ? (
        <DayInput
          name="startedOn"
          label={words.startedOn}
          span={12}
          value={textOf(form.values, 'startedOn')}
          onChange={(value) => form.set('startedOn', value)}
          today={dayOf(now())}
          nearest="past"
          placeholder="10-14"
          error={form.errors.startedOn}
        />
      ) : null}
    </>
  );
}
