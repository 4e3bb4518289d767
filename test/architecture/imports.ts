// Reads every import of a source tree, type imports and dynamic ones included, with the parser that the build uses.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

export type Import = {
  /** Importing file, from the tree's root, e.g. `src/app/App.tsx`. */
  from: string;
  /** Imported file from the root, or the package's name. */
  to: string;
  isPackage: boolean;
  /** Nothing of it is left in the running code. */
  isTypeOnly: boolean;
};

export function listSources(root: string, folder = 'src'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map(name => join(folder, name))
    .sort();
}

export function readImports(root: string, file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found: Import[] = [];
  const add = (specifier: unknown, isTypeOnly: boolean) => {
    if (typeof specifier !== 'string') return;
    const isPackage = !specifier.startsWith('.');
    const to = isPackage
      ? packageName(specifier)
      : relative(root, resolve(root, dirname(file), specifier)).replace(/[?#].*$/, '');
    found.push({ from: file, to, isPackage, isTypeOnly });
  };
  visit(parseAst(text, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), add);
  return found;
}

type Node = Record<string, unknown> & { type?: string };

function visit(node: unknown, add: (specifier: unknown, isTypeOnly: boolean) => void): void {
  if (Array.isArray(node)) for (const child of node) visit(child, add);
  else if (node && typeof node === 'object') {
    const { type, source, argument } = node as Node;
    const isTypeOnly = isTypeStatement(node as Node);
    if (type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration')
      add((source as { value?: unknown } | null)?.value, isTypeOnly);
    else if (type === 'ImportExpression') add((source as { value?: unknown }).value, false);
    else if (type === 'TSImportType') add(((source ?? argument) as { value?: unknown } | null)?.value, true);
    for (const child of Object.values(node)) visit(child, add);
  }
}

function isTypeStatement(node: Node): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = node['specifiers'] as { importKind?: string }[] | undefined;
  return Boolean(specifiers?.length && specifiers.every(one => one.importKind === 'type'));
}

const packageName = (specifier: string): string =>
  specifier.startsWith('node:')
    ? 'node:'
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
