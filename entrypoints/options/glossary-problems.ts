import type { GlossaryReading } from '../../utils/glossary/report.ts';
import { writeRow } from '../../utils/glossary/table.ts';
import type { Translate } from '../../utils/i18n.ts';

/** The bad rows of a file as a table to mend it by: row, term, problem, remedy. */
export function* writeProblems({ problems }: GlossaryReading, t: Translate): Generator<string> {
  const header = [
    t('glossary.preview.line'),
    t('glossary.preview.term'),
    t('glossary.field.row'),
    t('glossary.preview.problem'),
  ];
  // The byte order mark tells Excel that this is UTF-8.
  yield `\ufeff${writeRow(header, ',')}`;
  for (const { line, term, field, reason, value } of problems) {
    const name = t(`glossary.field.${field}`);
    const problem = t(`glossary.reason.${reason}`, { value, field: name });
    yield writeRow([String(line), term, name, `${problem} ${t(`glossary.remedy.${reason}`)}`], ',');
  }
}
