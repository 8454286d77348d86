/** Colours, sizes and languages of Ant Design; the same values stand as custom properties in `base.css`. */

import type { ConfigProviderProps, ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { Language } from './text/index.ts';

const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    colorLinkHover: '#153d70',
    colorLinkActive: '#0f2d54',
    colorPrimaryHover: '#2a62ab',
    colorError: '#b3261e',
    colorWarning: '#a15c00',
    colorSuccess: '#1e6b3a',
    colorInfo: '#1d4f91',
    colorText: '#1f2329',
    colorTextSecondary: '#5c636d',
    colorTextTertiary: '#5c636d',
    colorTextDescription: '#5c636d',
    colorTextPlaceholder: '#6b727c',
    colorBorder: '#d0d4da',
    colorBorderSecondary: '#e3e5e9',
    colorBgLayout: '#f4f5f7',
    borderRadius: 6,
    controlHeight: 34,
    fontSize: 14,
    fontFamily: 'var(--sans)',
    motion: false,
    colorInfoBg: '#eaf0f8',
    colorInfoBorder: '#c9d8ec',
    colorErrorBg: '#fbe9e7',
    colorErrorBorder: '#efc3bd',
    colorWarningBg: '#fdf1dc',
    colorWarningBorder: '#efd7a8',
    colorSuccessBg: '#e6f3ea',
    colorSuccessBorder: '#b9dcc5',
  },
  components: {
    Button: { paddingInline: 12, primaryShadow: 'none', defaultShadow: 'none' },
    Table: { headerBg: '#fafbfc', headerColor: '#5c636d', cellPaddingBlock: 8, cellPaddingInline: 12 },
  },
};

/** Everything for one ConfigProvider; the nonce is made anew for each load by whoever serves the page. */
export function antdConfig(language: Language): ConfigProviderProps {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  return {
    theme,
    locale: language === 'zh' ? zhCN : enUS,
    button: { autoInsertSpace: false },
    wave: { disabled: true },
    ...(nonce && { csp: { nonce } }),
  };
}
