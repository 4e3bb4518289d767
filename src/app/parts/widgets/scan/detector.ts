// The browser's own reader of barcodes, which only some have.

type Detector = { detect(image: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type Detectors = { BarcodeDetector?: new () => Detector };

export const canRead = (): boolean =>
  (globalThis as Detectors).BarcodeDetector !== undefined &&
  navigator.mediaDevices?.getUserMedia !== undefined;

/** The first code in the picture, or null. */
export function createReader(): (picture: HTMLVideoElement) => Promise<string | null> {
  const { BarcodeDetector } = globalThis as Detectors;
  if (!BarcodeDetector) throw new Error('no reader of barcodes here');
  const detector = new BarcodeDetector();
  return async picture => (await detector.detect(picture))[0]?.rawValue ?? null;
}
