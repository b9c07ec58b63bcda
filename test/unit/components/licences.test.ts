import { expect, it } from 'vitest';
import { LICENCES } from '../../../components/options/privacy-section.tsx';
import { readJson } from '../../support/message-keys.ts';

interface Package {
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

it('names every package in the extension with its own licence', () => {
  const { dependencies = {} } = readJson('package.json') as Package;
  const licences = Object.fromEntries(
    Object.keys(dependencies).map((name) => [
      name,
      (readJson(`node_modules/${name}/package.json`) as Package).license,
    ]),
  );
  expect(LICENCES).toEqual(licences);
});
