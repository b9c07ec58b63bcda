import type { RowNote, RowProblem } from '../../utils/glossary/report.ts';
import { useLanguage } from '../i18n.tsx';
import { Icon } from '../icon.tsx';

/** As many lines as a reader looks through on a page; all of them are in the file to download. */
const MOST = 100;

/** What is wrong with rows and how to mend it, then what is to be known of the others. */
export function Findings({
  problems,
  notes,
}: {
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowNote[];
}) {
  const { t } = useLanguage();
  const all = [
    ...problems.map((finding) => ({ finding, isError: true })),
    ...notes.map((finding) => ({ finding, isError: false })),
  ];
  if (all.length === 0) return null;
  return (
    <>
      <table class="findings">
        <thead>
          <tr>
            <th scope="col">{t('glossary.preview.line')}</th>
            <th scope="col">{t('glossary.preview.term')}</th>
            <th scope="col">{t('glossary.preview.problem')}</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, MOST).map(({ finding, isError }, index) => (
            <tr key={index} data-error={isError || undefined}>
              <td class="num">{finding.line}</td>
              <td>{finding.term}</td>
              <td>
                <span class="finding">
                  <Icon name={isError ? 'warning' : 'info'} />
                  <span>
                    {t(`glossary.reason.${finding.reason}`, {
                      value: finding.value,
                      field: t(`glossary.field.${finding.field}`),
                    })}
                    <small>{t(`glossary.remedy.${finding.reason}`)}</small>
                  </span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > MOST && (
        <p class="import-line">{t('glossary.preview.more', { count: all.length - MOST })}</p>
      )}
    </>
  );
}
