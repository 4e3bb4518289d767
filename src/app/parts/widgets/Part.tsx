// One named part of an answer.
import type { ComponentChildren } from 'preact';
import type { LiveQuestion } from '../../../domain/instrument/sheet/sheet.ts';
import { idsOf } from './widget.ts';
import './part.css';

type PartProps = { question: LiveQuestion; name: string; label: string; children: ComponentChildren };

export function Part({ question, name, label, children }: PartProps) {
  const id = `${idsOf(question).control}-${name}`;
  return (
    <div class="widget-part">
      <label id={`${id}-label`} for={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
