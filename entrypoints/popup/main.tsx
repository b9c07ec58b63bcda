import { render } from 'preact';
import { PopupApp } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<PopupApp />, root);
