/** A page with an article whose container the profile of a site knows, and things around it that are not read. */
export function articlePage(content: string, style = '', head = ''): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${head}<style>${style}</style></head>
<body><nav>人工智能</nav><div id="ozoom">${content}<p>${FILLER}</p></div><footer>人工智能</footer></body></html>`;
}

/** Text enough to be an article, without any term. */
export const FILLER = '今天天气很好，大家都去公园散步，孩子们在草地上放风筝。'.repeat(2);
