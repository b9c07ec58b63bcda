import { render } from 'preact';
import { WelcomeApp } from './app.tsx';

const root = document.getElementById('app');
if (root) render(<WelcomeApp />, root);
