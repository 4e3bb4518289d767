// Whether a questionnaire's result has a figure that is held back: then the page says why.
import type { FormResult } from '../../../../../protocol/office/form-result.ts';

export const hasHeld = ({ figures, questions }: FormResult): boolean =>
  [...questions, ...parts(figures)].some(({ suppressed }) => suppressed);

function parts(figures: FormResult['figures']): readonly { readonly suppressed: boolean }[] {
  switch (figures.is) {
    case 'means':
      return [...figures.items, ...figures.places.flatMap(({ items }) => items)];
    case 'key':
      return figures.stages;
    case 'levels':
      return figures.questions;
    case 'needs':
      return figures.competencies;
    case 'none':
      return [];
  }
}
