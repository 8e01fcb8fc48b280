import { useQuery } from '@tanstack/react-query';
import { stepOf } from '../../../disputes/procedure.ts';
import { useLanguage } from '../../../ui/i18n.ts';
import { disputeQuery } from '../queries.ts';
import type { Found } from './palette.ts';

/** What this post may do now on the matter that is chosen, each opening with its form. */
export function useMatterActs(code: string | null): { rows: Found[]; waiting: boolean; error: Error | null } {
  const language = useLanguage();
  const query = useQuery({ ...disputeQuery(code ?? ''), enabled: code !== null });
  const view = code === null ? undefined : query.data;
  const rows = (view?.steps.now ?? []).map((name) => {
    const { label, labelEn, key } = stepOf(name);
    return {
      id: `act-${name}`,
      to: `/disputes/${code}?act=${name}`,
      label: language === 'zh' ? label : labelEn,
      reason: key ?? '',
    };
  });
  return { rows, waiting: code !== null && query.isPending, error: query.error };
}
