import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { readYuan } from '../../../platform/yuan.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Field } from '../../../ui/Field.tsx';
import { spokenMoney } from '../../../ui/money.ts';
import { Loading } from '../../../ui/PageState.tsx';
import { Pick, type PickOption } from '../../../ui/Pick.tsx';
import { type RegionEntry, regionsQuery } from '../queries.ts';
import { Uploads } from '../Uploads.tsx';
import { usePost } from '../useMe.ts';
import { useWords } from './catalog.ts';
import type { PartProps } from './Why.tsx';

// Read by those alone who do not want to mediate: the counter comes up without it.
const LegalRoutes = lazy(async () => ({ default: (await import('../LegalRoutes.tsx')).LegalRoutes }));

/** Every place below the county, named from its township down: 「迎泽街道 菜园东街社区」. */
export function placeOptions(regions: readonly RegionEntry[]): PickOption[] {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const pathOf = (region: RegionEntry): RegionEntry[] => {
    const parent = region.parentCode ? byCode.get(region.parentCode) : undefined;
    const above = parent && parent.level !== 'county' && parent.level !== 'city' ? pathOf(parent) : [];
    return [...above, region];
  };
  return regions
    .filter((region) => region.level !== 'county' && region.level !== 'city')
    .map((region) => {
      const path = pathOf(region);
      return {
        value: region.code,
        label: path.map((each) => each.short || each.name).join(' '),
        initials: path.map((each) => each.initials).join(' '),
      };
    });
}

function Place({ form, change, errors }: PartProps) {
  const t = useWords();
  const { countyCode } = usePost();
  const { data, isPending } = useQuery(regionsQuery(countyCode));
  const options = useMemo(() => placeOptions(data ?? []), [data]);
  return (
    <Field name="regionCode" label={t.place} span={6} error={errors.regionCode}>
      {(control) => (
        <Pick
          control={control}
          options={options}
          value={form.regionCode}
          onChange={(regionCode) => change({ regionCode })}
          placeholder={t.placeHint}
          nothingFound={t.nothingFound}
          loading={isPending}
        />
      )}
    </Field>
  );
}

/** 4 地点. */
export function Where(props: PartProps) {
  const { form, change, errors } = props;
  const t = useWords();
  return (
    <div className="form-grid">
      <Place {...props} />
      <Field name="address" label={t.detail} span={6} error={errors.address} limit={200} typed={form.address}>
        {(control) => (
          <Input
            {...control}
            value={form.address}
            placeholder={t.detailHint}
            onChange={(event) => change({ address: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** 5 金额、材料. */
export function AmountAndFiles({ form, change, errors }: PartProps) {
  const t = useWords();
  const amount = readYuan(form.amount);
  const read = amount.ok && amount.cents !== null ? spokenMoney(amount.cents) : undefined;
  return (
    <div className="form-grid">
      <div className="span-6">
        <Field name="amountCents" label={t.amount} error={errors.amountCents} hint={read}>
          {(control) => (
            <Input
              {...control}
              value={form.amount}
              inputMode="decimal"
              placeholder={t.amountHint}
              onChange={(event) => change({ amount: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="span-6">
        <Uploads
          id="f-uploads"
          label={t.files}
          files={form.uploads}
          onAdd={(file) => change({ uploads: [...form.uploads, file] })}
          onRemove={(id) => change({ uploads: form.uploads.filter((file) => file.id !== id) })}
          error={errors.uploads}
        />
      </div>
    </div>
  );
}

/** Comes into view at once, without a word of persuasion. */
function OtherRoutes({ categoryCode }: { categoryCode: string }) {
  const t = useWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not become the clean-up of the effect.
    panel.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={panel} className="routes-panel reception-routes" aria-label={t.routes}>
      <h3>{t.routes}</h3>
      <Suspense fallback={<Loading rows={2} />}>
        <LegalRoutes categoryCode={categoryCode} />
      </Suspense>
      <p className="second">{t.routesNote}</p>
    </section>
  );
}

/** 6 愿不愿调解: unwillingness opens the legal routes at once, and is no gate. */
export function Willing({ form, change, errors }: PartProps) {
  const t = useWords();
  return (
    <>
      <div className="form-grid">
        <Choice
          name="willing"
          label={t.willing}
          span={12}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
            { value: 'undecided', label: t.undecided },
          ]}
          value={form.willing}
          onChange={(willing) => change({ willing })}
          error={errors.willing}
        />
      </div>
      {form.willing === 'no' ? <OtherRoutes categoryCode={form.categoryCode} /> : null}
    </>
  );
}
