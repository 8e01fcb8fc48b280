import type { Retention } from '../../../../disputes/dossierRules.ts';
import type { RetentionView } from '../../../../dossier/dossier.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { Words } from '../../steps/Fields.tsx';
import type { StepForm } from '../../steps/useForm.ts';
import { textOf } from '../../steps/values.ts';

const useWords = makeCatalog({
  zh: {
    retention: '保管期限',
    proposed: (what: string, why: string) => `建议：${what}。${why}`,
    kept: (what: string, why: string) => `已经定了：${what}。${why}`,
    reason: '为什么保管这么久（和建议的不一样，要写）',
    reasonIfAny: '为什么保管这么久（可空）',
  },
  en: {
    retention: 'Kept for how long',
    proposed: (what: string, why: string) => `Proposed: ${what}. ${why}`,
    kept: (what: string, why: string) => `Chosen: ${what}. ${why}`,
    reason: 'Why so long (needed: it is not what is proposed)',
    reasonIfAny: 'Why so long (optional)',
  },
});

const order: readonly Retention[] = ['permanent', 'long', 'short'];
type Props = { view: RetentionView; form: StepForm; unsaid?: string };

/** For how long the file is kept: what is proposed with its reason, and a person's choice with theirs. `unsaid`: what is so when nothing is chosen here. */
export function RetentionField({ view, form, unsaid = '' }: Props) {
  const t = useWords();
  const { chosen, reason, proposed, why, words } = view;
  const value = textOf(form.values, 'retention') as Retention | '';
  const stands = chosen ? t.kept(words[chosen], reason) : t.proposed(words[proposed], why);
  return (
    <>
      <Choice
        name="retention"
        label={t.retention}
        span={12}
        hint={`${stands}${unsaid}`}
        options={order.map((each) => ({ value: each, label: words[each] }))}
        value={value}
        onChange={(next) => form.set('retention', next)}
        error={form.errors.retention}
      />
      {value === '' ? null : (
        <Words
          form={form}
          field="retentionReason"
          label={value === proposed ? t.reasonIfAny : t.reason}
          limit={200}
          rows={1}
        />
      )}
    </>
  );
}
