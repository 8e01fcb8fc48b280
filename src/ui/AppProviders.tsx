import {
  CheckOutlined,
  CloseCircleFilled,
  CloseOutlined,
  DownOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  LoadingOutlined,
} from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { makeCatalog, useLanguage } from './i18n.ts';
import { theme } from './theme.ts';
import { useDocumentLanguage } from './useDocumentLanguage.ts';

const useWords = makeCatalog({
  zh: { show: '显示密码', hide: '不显示密码' },
  en: { show: 'Show the password', hide: 'Hide the password' },
});

// Left alone, antd's own icons are read out by their English file names.
const selectIcons = {
  suffixIcon: <DownOutlined aria-hidden="true" />,
  clearIcon: <CloseCircleFilled aria-hidden="true" />,
  removeIcon: <CloseOutlined aria-hidden="true" />,
  menuItemSelectedIcon: <CheckOutlined aria-hidden="true" />,
};
const closeIcon = { closeIcon: <CloseOutlined aria-hidden="true" /> };

/** Everything a page may lean on: theme, language, and messages that know the theme (App.useApp). */
export function AppProviders({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const t = useWords();
  const eye = (shown: boolean) =>
    shown ? <EyeOutlined aria-label={t.hide} /> : <EyeInvisibleOutlined aria-label={t.show} />;
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useDocumentLanguage();
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={theme}
      // Else antd writes 「分 流」, which breaks labels and what screen readers say.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined spin aria-hidden="true" /> }}
      form={{ colon: false }}
      wave={{ disabled: true }}
      select={selectIcons}
      modal={closeIcon}
      inputPassword={{ iconRender: eye }}
    >
      <App component={false} message={{ maxCount: 1 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
