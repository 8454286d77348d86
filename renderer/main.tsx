/** Starts the window. */

import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/v4/core';
import { App } from './App.tsx';
import { queryClient } from './client.ts';
import { FaultBoundary } from './parts/PageFault.tsx';
import { useLanguage } from './text/index.ts';
import { antdConfig } from './theme.ts';
import './base.css';

// The page's policy forbids code out of text; zod would try it, and each try is reported as a breach.
config({ jitless: true });

function Window() {
  const language = useLanguage();
  return (
    <ConfigProvider {...antdConfig(language)}>
      <AntApp message={{ top: 84 }}>
        <QueryClientProvider client={queryClient}>
          <FaultBoundary>
            <App />
          </FaultBoundary>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
