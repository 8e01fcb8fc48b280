import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, Select } from 'antd';
import { useState } from 'react';
import { type LedgerSearch, sameFilters } from '../../../ledger/search.ts';
import type { LedgerViewRow, LedgerViews } from '../../../ledger/views.ts';
import { useClear } from '../../../ui/useClear.tsx';
import { type ApiError, api } from '../api.ts';
import { viewsChanged } from './queries.ts';
import { SaveView } from './SaveView.tsx';
import { useLedgerWords } from './words.ts';

type Props = {
  search: LedgerSearch;
  columns: string;
  saved: LedgerViews;
  view: LedgerViewRow | undefined;
  onOpen: (view: LedgerViewRow | null) => void;
  onSay: (sentence: string) => void;
};

const asInput = (view: LedgerViewRow, search: LedgerSearch, columns: string) => ({
  name: view.name,
  search,
  columns,
  audience: view.audience,
  revision: view.revision,
});

function useChanges({ saved, onOpen, onSay }: Props) {
  const t = useLedgerWords();
  const say = { onSuccess: viewsChanged, onError: (error: unknown) => onSay((error as ApiError).message) };
  const put = useMutation({
    mutationFn: ({ view, search, columns }: { view: LedgerViewRow; search: LedgerSearch; columns: string }) =>
      api.put(`/api/ledger/views/${view.id}`, asInput(view, search, columns)),
    ...say,
  });
  const remove = useMutation({
    mutationFn: (view: LedgerViewRow) => api.delete(`/api/ledger/views/${view.id}`),
    ...say,
    onSuccess: async (_answer, view) => {
      onOpen(null);
      onSay(t.removedView(view.name));
      await viewsChanged();
    },
  });
  const open = useMutation({
    mutationFn: (id: string | null) => api.put('/api/ledger/layout', { columns: saved.layout, defaultViewId: id }),
    ...say,
  });
  return { put, remove, open };
}

/** Which view is open, whether it was changed since, and keeping it for oneself or others. */
export function ViewBar(props: Props) {
  const { search, columns, saved, view, onOpen, onSay } = props;
  const t = useLedgerWords();
  const clear = useClear();
  const [saving, setSaving] = useState<'new' | 'change' | null>(null);
  const { put, remove, open } = useChanges(props);
  const changed = view !== undefined && (!sameFilters(view.search, search) || view.columns !== columns);
  const groups = [
    ['own', t.ownViews],
    ['unit', t.unitViews],
    ['region', t.regionViews],
  ] as const;
  const options = groups.flatMap(([audience, label]) => {
    const found = saved.views.filter((each) => each.audience === audience);
    return found.length === 0 ? [] : [{ label, options: found.map(({ id, name }) => ({ value: id, label: name })) }];
  });
  const isDefault = view !== undefined && saved.defaultViewId === view.id;
  const acts = view
    ? [
        ...(view.mayChange
          ? [
              { key: 'change', label: t.changeView, onClick: () => setSaving('change') },
              { key: 'remove', label: t.removeView, onClick: () => remove.mutate(view) },
            ]
          : []),
        {
          key: 'default',
          label: isDefault ? t.noDefault : t.makeDefault,
          onClick: () => open.mutate(isDefault ? null : view.id),
        },
      ]
    : [];
  return (
    <div className="row ledger-views no-print">
      <Select
        aria-label={t.view}
        style={{ minWidth: 180 }}
        placeholder={t.noView}
        allowClear={clear}
        value={view?.id}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(id: string | undefined) => onOpen(saved.views.find((each) => each.id === id) ?? null)}
      />
      {isDefault && <span className="second">{t.isDefault}</span>}
      {changed && <span className="second">{t.changed}</span>}
      {changed && view.mayChange && (
        <Button onClick={() => put.mutate({ view, search, columns })}>{t.saveTo(view.name)}</Button>
      )}
      <Button onClick={() => setSaving('new')}>{t.saveView}</Button>
      {acts.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: acts }}>
          <Button aria-label={t.viewMore}>⋯</Button>
        </Dropdown>
      )}
      {saving && (
        <SaveView
          view={saving === 'change' ? view : undefined}
          search={search}
          columns={columns}
          audiences={saved.audiences}
          onClose={() => setSaving(null)}
          onDone={async (id, name) => {
            setSaving(null);
            await viewsChanged();
            onOpen({ ...(view as LedgerViewRow), id, name, search: search as Record<string, string>, columns });
            onSay(t.savedView(name));
          }}
        />
      )}
    </div>
  );
}
