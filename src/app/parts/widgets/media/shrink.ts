// Makes a photo small enough for the road, on the device itself.

type Shrunk = { file: Blob; name: string } | 'too_large' | 'unreadable';

const QUALITIES = [0.82, 0.7, 0.55, 0.4];
/** Below this a photo shows nothing any more. */
const SHORTEST = 240;

/** A JPEG whose longest side is at most `longest` pixels and whose size is at most `maxBytes`. */
export async function shrink(file: Blob, longest: number, maxBytes: number): Promise<Shrunk> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture || picture.width === 0) return 'unreadable';
  try {
    for (let side = longest; side >= Math.min(SHORTEST, longest); side = Math.floor(side * 0.75)) {
      const canvas = draw(picture, side);
      for (const quality of QUALITIES) {
        const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (!blob) return 'unreadable';
        if (blob.size <= maxBytes) return { file: blob, name: 'foto.jpg' };
      }
    }
    return 'too_large';
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('a canvas without a context');
  // A JPEG has no glass: what is clear in the picture becomes paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
