// One figure in a table's cell: as a reader writes it, or in a word why there is none.
import { formatDecimal } from '../../../../text/office/figures.ts';
import { formResultTexts } from '../../../../text/office/result/form/texts.ts';

type FigureProps = { value: string | null; held: boolean; strong?: boolean };

/** `value`: a decimal as it came; `held`: it may not be shown. */
export function Figure({ value, held, strong = false }: FigureProps) {
  const text = formResultTexts();
  if (value === null) return <td class="number soft">{held ? text.held : text.empty}</td>;
  return <td class={strong ? 'number number--some' : 'number'}>{formatDecimal(value)}</td>;
}
