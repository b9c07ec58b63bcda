import { render } from 'preact';
import { PanelApp } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<PanelApp />, root);
