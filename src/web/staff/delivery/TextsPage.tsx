import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DeliveryTemplates } from '../../../delivery/deliveryViews.ts';
import { fillTemplate, smsParts, unknownPlaceholders } from '../../../delivery/messageTemplate.ts';
import { type StepName, stepNames, stepOf } from '../../../disputes/procedure.ts';
import { HeadRow } from '../../../ui/HeadRow.tsx';
import { useLanguage } from '../../../ui/i18n.ts';
import { PageState } from '../../../ui/PageState.tsx';
import { Strip } from '../../../ui/Strip.tsx';
import { TableScroll } from '../../../ui/TableScroll.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import './deliveries.css';
import { templatesQuery } from './queries.ts';
import { useDeliveryWords } from './words.ts';

function Text({ label, text, sample }: { label: string; text: string; sample: DeliveryTemplates['sample'] }) {
  const t = useDeliveryWords();
  const unknown = unknownPlaceholders(text);
  const { center, phone, url } = sample;
  const shown = fillTemplate(text, {
    内容: t.sampleWords,
    编号: '140106 26 003812 6',
    中心: center,
    电话: phone,
    查询: url,
  });
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="delivery-words">{text}</td>
      <td className="delivery-words">
        {shown}
        <div className="second">{t.parts(shown.length, smsParts(shown))}</div>
        {unknown.length > 0 && <div className="field-error">{t.unknownPlace(unknown.join('、'))}</div>}
      </td>
    </tr>
  );
}

/** Every SMS as a party would read it. */
export function TextsPage() {
  const t = useDeliveryWords();
  const language = useLanguage();
  const label = (event: string): string => {
    const name: StepName | undefined = stepNames.find((step) => step === event);
    return name ? stepOf(name)[language === 'en' ? 'labelEn' : 'label'] : event;
  };
  const query = useQuery(templatesQuery);
  usePageTitle(t.textsTitle);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t.textsTitle}</h1>
        <span className="second">{t.textsLead}</span>
        <Link to="/settings" className="page-head-end">
          {t.toRules}
        </Link>
      </div>
      <PageState query={query}>
        {({ sms, gateway, generic, templates, sample }) => (
          <>
            {!(sms && gateway) && <Strip tone="info">{sms ? t.noGateway : t.off}</Strip>}
            <TableScroll label={t.textsTitle}>
              <table className="table">
                <HeadRow heads={[t.event, t.text, t.sample]} />
                <tbody>
                  {templates.map(({ event, text }) => (
                    <Text key={event} label={label(event)} text={text} sample={sample} />
                  ))}
                  <Text label={t.otherSteps} text={generic} sample={sample} />
                </tbody>
              </table>
            </TableScroll>
            <p>
              <Link to="/deliveries">{t.back}</Link>
            </p>
          </>
        )}
      </PageState>
    </div>
  );
}
