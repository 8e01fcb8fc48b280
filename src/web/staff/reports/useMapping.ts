import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormView } from '../../../reports/formView.ts';
import { type CellRule, inOrder, type Mapping } from '../../../reports/mapping.ts';
import { type ApiError, api } from '../api.ts';

export const formKey = (id: string) => ['reports', 'form', id] as const;

/** The cell to look at next: the first after this one that waits and has no rule yet. */
export function nextOpen(form: FormView, after: string, mapping: Mapping): string | null {
  const order = inOrder([...new Set([...form.openCells, ...Object.keys(form.suggestions)])]);
  const all = inOrder([...new Set([...order, after])]);
  const rest = all.slice(all.indexOf(after) + 1);
  return rest.find((address) => order.includes(address) && !mapping[address]) ?? null;
}

/** Keeps a form's mapping as a whole, with the revision that the person saw. */
export function useMapping(form: FormView, onKept: (mapping: Mapping) => void) {
  const client = useQueryClient();
  const keep = useMutation<{ revision: number }, ApiError, Mapping>({
    mutationFn: (mapping) => api.put(`/api/report-forms/${form.id}/mapping`, { revision: form.revision, mapping }),
    onSuccess: async (_, mapping) => {
      await client.invalidateQueries({ queryKey: formKey(form.id) });
      onKept(mapping);
    },
  });
  const set = (address: string, rule: CellRule | null) => {
    const { [address]: _, ...rest } = form.mapping;
    keep.mutate(rule === null ? rest : { ...rest, [address]: rule });
  };
  /** What is not sure stays for people, cell by cell. */
  const takeSure = () => {
    const sure = Object.entries(form.suggestions).filter((each) => each[1].sure);
    keep.mutate({ ...Object.fromEntries(sure.map(([address, { rule }]) => [address, rule])), ...form.mapping });
  };
  return { keep, set, takeSure };
}
