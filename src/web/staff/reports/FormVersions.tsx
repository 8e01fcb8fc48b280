import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import type { FormView, RenewedForm } from '../../../reports/formView.ts';
import { Strip } from '../../../ui/Strip.tsx';
import { type ApiError, api } from '../api.ts';
import { saveBlob } from '../saveBlob.ts';
import { useFormWords } from './forms/words.ts';
import { formKey } from './useMapping.ts';

/** The blank file, and a new one when the superior changed it: only what moved or went is left to people. */
export function FormVersions({ form }: { form: FormView }) {
  const t = useFormWords();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const renew = useMutation<RenewedForm, ApiError, File>({
    mutationFn: (file) => api.upload(`/api/report-forms/${form.id}/versions`, [file]),
    onSuccess: () => client.invalidateQueries({ queryKey: formKey(form.id) }),
  });
  const fetchBlank = async () => saveBlob(await api.blob('GET', `/api/report-forms/${form.id}/file`), form.fileName);
  const done = renew.data;
  const said = done
    ? [
        t.renewed(done.version, done.kept),
        ...(done.moved.length > 0 ? [t.movedCells(done.moved.length)] : []),
        ...(done.lost.length > 0
          ? [`${t.lostCells(done.lost.length)}（${done.lost.map(({ headings }) => headings).join('；')}）`]
          : []),
        ...(done.added.length > 0 ? [t.addedCells(done.added.length)] : []),
      ]
    : [];
  return (
    <section className="report-section">
      <div className="row">
        <Button onClick={() => void fetchBlank()}>{t.blank}</Button>
        <Button loading={renew.isPending} onClick={() => input.current?.click()}>
          {t.renew}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t.renew}
          accept=".xlsx,.docx"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) renew.mutate(file);
            event.target.value = '';
          }}
        />
      </div>
      {done && <Strip tone={done.lost.length + done.added.length > 0 ? 'soon' : 'done'}>{said.join('，')}</Strip>}
      {renew.error && (
        <p role="alert" className="late-text">
          {renew.error.message}
        </p>
      )}
    </section>
  );
}
