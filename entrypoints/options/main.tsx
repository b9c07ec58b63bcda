import { render } from 'preact';
import { OptionsApp } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<OptionsApp />, root);
