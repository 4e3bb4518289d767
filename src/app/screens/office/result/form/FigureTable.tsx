// A table of figures with its heading cells: names at the left, numbers at the right, scrolling by itself where it is wide.
import type { ComponentChildren } from 'preact';

type Props = {
  caption: string;
  /** The first names the rows; the others stand over numbers. */
  columns: readonly { readonly title: string; readonly why?: string }[];
  children: ComponentChildren;
};

export function FigureTable({ caption, columns, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={caption}>
      <table class="table table--counts">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, why }, index) => (
              <th key={title} scope="col" class={index > 0 ? 'number' : undefined}>
                {why ? <abbr title={why}>{title}</abbr> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
