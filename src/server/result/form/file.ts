// The figures of the further questionnaires as a file: one line a figure, so that any table can be made of it.
import { type Cell, toCsv } from '../../../domain/export/csv.ts';
import type { Texts } from '../../../domain/language.ts';
import type { FormResult, ItemResult, TestStage } from '../../../protocol/office/form-result.ts';

/** Part (trainer, stage), item, n, what the figure is, the figure; null where it is held back or there is none. */
type Line = readonly [
  part: string | null,
  item: string | null,
  n: number,
  measure: string,
  value: string | number | null,
];

const STAGE_WORDS: Readonly<Record<TestStage, string | null>> = {
  pre: 'Tes awal',
  post: 'Tes akhir',
  only: null,
};

export function formsFile(forms: readonly FormResult[]): string {
  return toCsv(
    ['Kuesioner', 'Bagian', 'Butir', 'n', 'Ukuran', 'Nilai', 'Keterangan'],
    forms.flatMap(form =>
      linesOf(form).map(([part, item, n, measure, value]): Cell[] => [
        form.title.id,
        part,
        item,
        n,
        measure,
        typeof value === 'string' ? { decimal: value } : value,
        value === null && n > 0 && form.anonymous ? `ditahan: sedikitnya ${form.least_shown} jawaban` : null,
      ]),
    ),
  );
}

const linesOf = (form: FormResult): Line[] => [
  [null, null, form.responses, 'Isian', form.responses],
  ...figureLines(form),
  ...form.questions.flatMap(({ label, n, choices, mean }): Line[] =>
    choices?.length
      ? choices.map((choice): Line => [null, label.id, n, `Jawaban: ${choice.label.id}`, choice.n])
      : [[null, label.id, n, choices ? 'Rata-rata' : 'Jawaban', mean]],
  ),
];

function figureLines({ figures, responses }: FormResult): Line[] {
  switch (figures.is) {
    case 'means':
      return [
        [null, null, responses, 'Rata-rata keseluruhan (0-100)', figures.overall],
        ...itemLines(null, figures.items),
        ...figures.places.flatMap(({ name, overall, items }): Line[] => [
          [name.id, null, mostOf(items), 'Rata-rata (0-100)', overall],
          ...itemLines(name.id, items),
        ]),
      ];
    case 'key':
      return keyLines(figures);
    case 'levels':
      return figures.questions.flatMap(({ label, n, choices, median }): Line[] => [
        ...(choices ?? []).map((choice): Line => [null, label.id, n, choice.label.id, choice.n]),
        [null, label.id, n, 'Median', median],
      ]);
    case 'needs':
      return figures.competencies.flatMap(({ label, n, required, own, gap, priority }): Line[] => [
        [null, label.id, n, 'Dituntut', required],
        [null, label.id, n, 'Dimiliki', own],
        [null, label.id, n, 'Kesenjangan', gap],
        [null, label.id, n, 'Prioritas', priority],
      ]);
    case 'none':
      return [];
  }
}

const mostOf = (items: readonly ItemResult[]): number => Math.max(0, ...items.map(({ n }) => n));

const itemLines = (part: string | null, items: readonly ItemResult[]): Line[] =>
  items.map(({ label, n, percent }): Line => [part, label.id, n, 'Rata-rata (0-100)', percent]);

type KeyFigures = Extract<FormResult['figures'], { is: 'key' }>;

const keyLines = ({ stages, learning, pass_mark }: KeyFigures): Line[] => [
  ...stages.flatMap(({ stage, n, mean, passed_percent, items }): Line[] => [
    [STAGE_WORDS[stage], null, n, 'Rata-rata (%)', mean],
    [STAGE_WORDS[stage], null, n, `Mencapai ${pass_mark} (%)`, passed_percent],
    ...items.map(
      ({ label, n, percent }: { label: Texts; n: number; percent: string | null }): Line => [
        STAGE_WORDS[stage],
        label.id,
        n,
        'Menjawab benar (%)',
        percent,
      ],
    ),
  ]),
  ...(learning ? learningLines(learning) : []),
];

const learningLines = (learning: NonNullable<KeyFigures['learning']>): Line[] => {
  const { n, pre_mean, post_mean, gain, normalised } = learning;
  const part = 'Berpasangan';
  return [
    [part, null, n, 'Rata-rata tes awal (%)', pre_mean],
    [part, null, n, 'Rata-rata tes akhir (%)', post_mean],
    [part, null, n, 'Kenaikan', gain],
    [part, null, n, 'Kenaikan ternormalisasi', normalised],
  ];
};
