/** In the page of a test: see `lab-page.ts`. */
declare const lab: typeof import('./lab-page.ts');
