import { makeCatalog } from '../../../../ui/i18n.ts';
import { Strip } from '../../../../ui/Strip.tsx';
import { usePageTitle } from '../../../../ui/usePageTitle.ts';
import { meQuery, queryClient } from '../../queries.ts';
import { useMe } from '../../useMe.ts';
import { Enrolment } from './Enrolment.tsx';

const useWords = makeCatalog({
  zh: {
    title: '手机令牌',
    enrolled: '已绑定手机令牌，登录时要填 6 位动态码。换手机时，找安全管理员解除，再绑定新的。',
    required: '这个岗位必须用手机令牌。',
    optional: '绑定以后，别人就算知道密码也登录不了。这个岗位不强制。',
  },
  en: {
    title: 'Second factor',
    enrolled: 'A second factor is enrolled: log-ins ask for 6 digits. For a new phone, ask the security administrator.',
    required: 'This post must use a second factor.',
    optional: 'With it, knowing the password is not enough to log in. This post does not require it.',
  },
});

export function SecondFactorPage() {
  const t = useWords();
  const { secondFactor } = useMe();
  usePageTitle(t.title);
  const again = () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t.title}</h1>
      </div>
      {secondFactor.enrolled ? (
        <Strip standing>{t.enrolled}</Strip>
      ) : (
        <>
          <Strip tone="info">{secondFactor.required ? t.required : t.optional}</Strip>
          <Enrolment onDone={again} />
        </>
      )}
    </div>
  );
}
