/** Where a site keeps its article. All selectors are tried in the order given; the first that finds text wins. */
export interface SiteProfile {
  readonly id: string;
  /** Domains, each with all its subdomains. */
  readonly hosts: readonly string[];
  /** Narrows a profile to some paths of the hosts. */
  readonly path?: RegExp;
  /** Containers of the article's text. */
  readonly article: readonly string[];
  readonly title: readonly string[];
  readonly date: readonly string[];
  /** Parts inside of the container that are not the article: share bars, editors' lines, related lists. */
  readonly leaveOut: readonly string[];
}

/** The only hosts that the extension reads without being asked. */
export const PEOPLES_DAILY_MATCHES: readonly string[] = [
  '*://*.people.com.cn/*',
  '*://*.people.cn/*',
  '*://*.peopleapp.com/*',
];

/** Common to the page generations of people.com.cn. */
const PEOPLE_PARTS = [
  '.bza',
  '.paper_num',
  '.edit',
  '.editor',
  '.share',
  '.zdfy',
  '.page_n',
  '.relate',
  '.rel',
  '.comment',
];

/**
 * The sites, the narrower profile first. Evidence: saved pages and public scrapers of 2016–2026; a container that a
 * redesign has renamed costs a line here, not a rule in the code.
 */
const SITE_PROFILES: readonly SiteProfile[] = [
  {
    id: 'people-paper',
    hosts: ['paper.people.com.cn'],
    article: ['#ozoom', '#articleContent', '.article-content'],
    title: ['.article h1', '.article > h2', '.text_c h1', 'h1'],
    date: ['.article .date', 'p.sec .newstime', 'p.sec', '.lai'],
    leaveOut: ['.news-list', '.page_map', 'map', '.editor', '.edit', '.share'],
  },
  {
    id: 'people-english',
    hosts: ['en.people.cn', 'english.people.com.cn'],
    article: ['.d2txtCon', '#p_content', '.wb_12.wb_left', '.main_l'],
    title: ['.w860 h1', '.main_l h1', 'h1', 'h2'],
    date: ['.origin', '.w860 .cf', '.txt_date'],
    leaveOut: ['.editor', '.edit', '.share', '.relate', '.related', '.photos', '.comment'],
  },
  {
    id: 'people-mobile',
    hosts: ['m.people.cn'],
    article: ['#p_content', '.article-body', 'article'],
    title: ['h1', '.title'],
    date: ['.date', '.info'],
    leaveOut: PEOPLE_PARTS,
  },
  {
    id: 'people-database',
    hosts: ['jhsjk.people.cn'],
    article: ['.d2txt_con'],
    title: ['.d2txt h1', 'h1'],
    date: ['.d2txt_1'],
    leaveOut: PEOPLE_PARTS,
  },
  {
    id: 'people-app',
    hosts: ['peopleapp.com'],
    article: ['#newsContent', '.article-wrapper', '.article-content'],
    title: ['.article-title', 'h1'],
    date: ['.article-time', '.time'],
    leaveOut: ['.read-more', '.comment', '.recommend', '.share'],
  },
  {
    id: 'people',
    hosts: ['people.com.cn', 'people.cn'],
    article: ['#rm_txt_zw', '.rm_txt_con', '.show_text', '#rwb_zw', '.box_con', '#p_content', '.text_con'],
    title: ['.rm_txt h1', '.text_title h1', '.text_con h1', 'h1'],
    date: ['b#newstime', '.rm_txt .channel', '.channel', 'p.sou', '.box01 .fl', '.sou'],
    leaveOut: PEOPLE_PARTS,
  },
  {
    id: 'xinhua',
    hosts: ['news.cn', 'xinhuanet.com'],
    article: ['#detailContent', '#detail', '#p-detail', '#content .article'],
    title: ['.head-line h1', '.mheader h1', '.h-title', 'h1'],
    date: ['.mheader .info', '.header-time', '.h-time', '.info'],
    leaveOut: ['.editor', '.p-tags', '.share', '.zan-wap', '#articleEdit', '.nav', '.comment'],
  },
  {
    id: 'government',
    hosts: ['gov.cn'],
    article: [
      '#UCAP-CONTENT',
      '.pages_content',
      'td.b12c',
      '.article_con',
      '.TRS_Editor',
      '.TRS_UEDITOR',
      '#zoom',
    ],
    title: ['#ti', '.article h1', '.article_title', 'h1', '.share-title'],
    date: ['.pages-date', '.article_con .time', '.time', '.laiyuan'],
    leaveOut: ['.editor', '.share', '.pchide', '.related', '.relate', '.xgjd'],
  },
  {
    id: 'qiushi',
    hosts: ['qstheory.cn'],
    article: ['.highlight', '.TRS_Editor', '#detail', '.text'],
    title: ['.inner h1', 'h1'],
    date: ['.appellation', '.headtitle', '.pubtime'],
    leaveOut: ['.share', '.fs-text', '.editor', '.page'],
  },
  {
    id: 'guangming',
    hosts: ['gmw.cn'],
    article: ['#article_inbox .u-mainText', '.u-mainText', '#contentMain', '#articleBox'],
    title: ['h1.u-title', '#articleTitle', 'h1'],
    date: ['#articlePubTime', '.m-con-time', '.m_tips'],
    leaveOut: ['#articleLiability', '.liability', '.m-zbTool', '.share', '.editor', '.u-page'],
  },
  {
    id: 'cctv',
    hosts: ['cctv.com', 'cctv.cn'],
    article: ['#content_area', '#text_area', '.cnt_bd', '.content_area'],
    title: ['.title_area h1', '.cnt_bd h1', 'h1', '.tit'],
    date: ['.title_area .info', '.info1', '.info', '.time'],
    leaveOut: ['.zebian', '.share', '.relevance', '.player', '.comment'],
  },
];

/** The profile for an address, or undefined: then the article is found by its density. */
export function profileFor(address: {
  readonly hostname: string;
  readonly pathname: string;
}): SiteProfile | undefined {
  return SITE_PROFILES.find(
    ({ hosts, path }) =>
      hosts.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`)) &&
      (path === undefined || path.test(address.pathname)),
  );
}

/** The profile with an id, for saved pages that no longer know their address. */
export function profileById(id: string): SiteProfile | undefined {
  return SITE_PROFILES.find((profile) => profile.id === id);
}
