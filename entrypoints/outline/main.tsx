import { render } from 'preact';
import { OutlineApp } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<OutlineApp />, root);
