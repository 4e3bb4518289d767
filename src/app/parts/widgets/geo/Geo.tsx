// A place, or a line of them: taken from the device, or typed.
import type { WidgetProps } from '../widget.ts';
import { GeoPoint } from './GeoPoint.tsx';
import { GeoPoints } from './GeoPoints.tsx';
import './geo.css';

export default function Geo(props: WidgetProps) {
  return props.question.node.type === 'geopoint' ? <GeoPoint {...props} /> : <GeoPoints {...props} />;
}
