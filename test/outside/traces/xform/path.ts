// Paths in a recorded form as plain text, without the places of instances.

/** `/data/a/../b` is `/data/b`; a relative one starts at `context`. */
export function absolute(path: string, context: string): string {
  const steps: string[] = path.startsWith('/') ? [] : context.split('/').filter(Boolean);
  for (const step of path
    .trim()
    .replace(/^current\(\)\//, '')
    .split('/'))
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  return `/${steps.join('/')}`;
}

/** A recorded key as a path of the form: `/data/a[2]/b` is `/data/a/b`. */
export const withoutPlaces = (path: string): string => path.replace(/\[\d+\]/g, '');
