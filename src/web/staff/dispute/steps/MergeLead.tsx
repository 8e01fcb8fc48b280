import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Radio } from 'antd';
import { useEffect, useRef } from 'react';
import { alikeQuery } from '../../linking/queries.ts';
import { useLinkingWords } from '../../linking/words.ts';
import '../../linking/linking.css';
import { textOf } from '../../steps/values.ts';
import type { FieldsProps } from './fields.ts';

const route = getRouteApi('/app/disputes/$code');

/** The earlier disputes that look alike, to be chosen instead of typing a code. */
export function MergeLead({ view, form }: FieldsProps) {
  const t = useLinkingWords();
  const { lead } = route.useSearch();
  const { data = [], isPending } = useQuery(alikeQuery(view.code));
  const chosen = textOf(form.values, 'leadCode');
  const { set } = form;
  const proposed = lead ?? data[0]?.code;
  // Offered once: what somebody clears stays clear.
  const offered = useRef(false);
  useEffect(() => {
    if (offered.current || !proposed) return;
    offered.current = true;
    if (lead || chosen === '') set('leadCode', proposed);
  }, [proposed, lead, chosen, set]);
  return (
    <fieldset className="form-wide">
      <legend>{t.alike}</legend>
      {data.length === 0 && !isPending ? <p className="second">{t.noAlike}</p> : null}
      <Radio.Group className="merge-choices" value={chosen} onChange={(event) => set('leadCode', event.target.value)}>
        {data.map((same) => (
          <Radio key={same.code} value={same.code}>
            {same.codeShort} {same.title} {same.partiesLine}
            <span className="merge-why">
              {t.same}：{same.reasons.join('、')}。{same.where}
            </span>
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
