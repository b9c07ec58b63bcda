import type { Localised } from '../../utils/locale.ts';

/** A site that reports on the policy, offered for one-step permission. The host stands for its subdomains too. */
interface WellKnownSite {
  readonly host: string;
  readonly name: Localised;
}

/** Central media and government, the latter with every ministry below gov.cn. */
export const WELL_KNOWN_SITES: readonly WellKnownSite[] = [
  {
    host: 'gov.cn',
    name: {
      hans: '中国政府网及各部委',
      hant: '中國政府網及各部委',
      en: 'Government of China and its ministries',
    },
  },
  { host: 'news.cn', name: { hans: '新华网', hant: '新華網', en: 'Xinhua' } },
  {
    host: 'xinhuanet.com',
    name: { hans: '新华网（旧址）', hant: '新華網（舊址）', en: 'Xinhua (older pages)' },
  },
  { host: 'cctv.com', name: { hans: '央视网', hant: '央視網', en: 'CCTV' } },
  { host: 'qstheory.cn', name: { hans: '求是网', hant: '求是網', en: 'Qiushi' } },
  { host: 'gmw.cn', name: { hans: '光明网', hant: '光明網', en: 'Guangming Daily' } },
  { host: 'ce.cn', name: { hans: '中国经济网', hant: '中國經濟網', en: 'China Economic Net' } },
  { host: 'stdaily.com', name: { hans: '科技日报', hant: '科技日報', en: 'Science and Technology Daily' } },
  { host: 'chinanews.com.cn', name: { hans: '中国新闻网', hant: '中國新聞網', en: 'China News Service' } },
  { host: 'chinadaily.com.cn', name: { hans: '中国日报网', hant: '中國日報網', en: 'China Daily' } },
  { host: 'china.com.cn', name: { hans: '中国网', hant: '中國網', en: 'China.org.cn' } },
  { host: 'cnr.cn', name: { hans: '央广网', hant: '央廣網', en: 'China National Radio' } },
];
