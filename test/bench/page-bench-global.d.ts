/** In the page of the benchmark: see `page-bench.ts`. */
declare const pageBench: typeof import('./page-bench.ts');
