import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect } from 'react';
import { useLanguage } from './i18n.ts';
import { theme } from './theme.ts';

/** Everything a page may lean on: theme, language, and messages that know the theme (App.useApp). */
export function AppProviders({ children }: { children: ReactNode }) {
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zh : en}
      theme={theme}
      // Else antd writes 「分 流」, which breaks labels and what screen readers say.
      button={{ autoInsertSpace: false }}
      form={{ colon: false }}
      wave={{ disabled: true }}
    >
      <App component={false} message={{ maxCount: 1 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
