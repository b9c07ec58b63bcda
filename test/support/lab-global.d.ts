/** In the page of a test: see `lab-page.ts`. */
declare const probe: typeof import('./lab-page.ts');
