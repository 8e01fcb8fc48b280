import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/base.css';
import { LoginPage } from './people/login/LoginPage.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('login.html has no #root');
createRoot(root).render(
  <StrictMode>
    <LoginPage />
  </StrictMode>,
);

// As on every other page: the last fallback for machines without a Chinese font.
void import('../../ui/fonts.css');
