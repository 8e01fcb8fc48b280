import { Button } from 'antd';
import { makeCatalog } from '../../../../ui/i18n.ts';
import { Words } from '../../steps/Fields.tsx';
import { textOf } from '../../steps/values.ts';
import type { OneField } from './fields.ts';

const useWords = makeCatalog({
  zh: { pick: '可以选一句再改' },
  en: { pick: 'Pick a sentence and change it' },
});

/** In the resident's language, so in Chinese whatever the workbench speaks. */
const sentences = [
  '已经到现场看过，正在和双方谈。',
  '已经和对方联系上，约好时间再谈，定了告诉您。',
  '已经请有关单位一起看，有结果就告诉您。',
  '正在等材料，到了接着办。',
];

/** What the resident will read: written, or picked and changed. */
export function ToldField({ form, field, label }: OneField) {
  const t = useWords();
  const pick = (sentence: string) => form.set(field, `${textOf(form.values, field)}${sentence}`);
  return (
    <>
      <Words form={form} field={field} label={label} limit={500} rows={2} />
      <section className="row form-wide" aria-label={t.pick}>
        {sentences.map((sentence) => (
          <Button key={sentence} size="small" lang="zh-CN" onClick={() => pick(sentence)}>
            {sentence}
          </Button>
        ))}
      </section>
    </>
  );
}
