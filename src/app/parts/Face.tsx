// Faces for scales of two to five steps. Mouth, brows and cheeks differ, so that no one depends on the colour.

type Expression = { fill: string; brows: string; mouth: string; open?: boolean; cheeks?: boolean };

const EXPRESSIONS: readonly Expression[] = [
  { fill: '#f6c4b5', brows: 'M25 38 40 30M75 38 60 30', mouth: 'M31 74Q50 52 69 74' },
  { fill: '#fbdda0', brows: 'M26 36H41M74 36H59', mouth: 'M34 70Q50 62 66 70' },
  { fill: '#dcebaf', brows: 'M27 34Q34 29 41 33M73 34Q66 29 59 33', mouth: 'M31 62Q50 78 69 62' },
  {
    fill: '#b4dfbd',
    brows: 'M26 31Q34 24 41 30M74 31Q66 24 59 30',
    mouth: 'M28 58H72Q70 82 50 82T28 58Z',
    open: true,
    cheeks: true,
  },
];

const NEUTRAL: Expression = { fill: '#f1ebc8', brows: 'M26 34H41M74 34H59', mouth: 'M33 68H67' };

/** `step` counts from 0, the least content, to 3; 1.5 is neither content nor not. */
export function Face({ step }: { step: number }) {
  const face = step === 1.5 ? NEUTRAL : (EXPRESSIONS[step] ?? EXPRESSIONS[0]);
  if (!face) return null;
  return (
    <svg class="face" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <circle cx="50" cy="50" r="46" fill={face.fill} stroke="#1c1b18" stroke-width="3" />
      {face.cheeks && (
        <g fill="#8cc79a">
          <ellipse cx="22" cy="55" rx="7" ry="5" />
          <ellipse cx="78" cy="55" rx="7" ry="5" />
        </g>
      )}
      <g fill="#1c1b18">
        <ellipse cx="35" cy="46" rx="4.5" ry="6" />
        <ellipse cx="65" cy="46" rx="4.5" ry="6" />
      </g>
      <g
        fill={face.open ? '#fffefb' : 'none'}
        stroke="#1c1b18"
        stroke-width="4.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      >
        <path d={face.mouth} />
        <path d={face.brows} fill="none" stroke-width="3.5" />
      </g>
    </svg>
  );
}
