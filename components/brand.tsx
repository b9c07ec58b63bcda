import { useLanguage } from './i18n.tsx';

/** The product's sign and name. */
export function Brand({ suffix }: { readonly suffix?: string }) {
  const { t } = useLanguage();
  return (
    <span class="brand">
      <svg viewBox="0 0 22 22" aria-hidden="true">
        <rect x="1" y="1" width="20" height="20" rx="4" fill="var(--accent)" />
        <path d="M5 8h12M5 12h7" stroke="var(--on-accent)" stroke-width="1.8" />
        <path d="M5 16h5" stroke="var(--on-accent)" stroke-width="1.8" stroke-dasharray="1.6 1.6" />
        <path d="M15 13v5M12.5 15.5h5" stroke="var(--on-accent)" stroke-width="1.6" />
      </svg>
      {t('common.name')}
      {suffix !== undefined && ` · ${suffix}`}
    </span>
  );
}
