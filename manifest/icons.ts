/** Draws the icons from their SVG sources and reads size and pixels back from any PNG. */
import { Resvg } from '@resvg/resvg-js';

export interface Picture {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, red, green, blue, alpha; colours are premultiplied by alpha, so white is four equal bytes. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LARGEST = 4096;

/** An SVG drawing as PNG bytes, `width` pixels wide. Throws when the text is no SVG. */
export function drawIcon(svg: string, width: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

/** Width and height in pixels from a PNG's header, or undefined when the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 24 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The picture in a PNG, or undefined when the bytes are no PNG or claim more than 4,096 pixels a side. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const size = pngSize(bytes);
  if (size === undefined || Math.max(size.width, size.height) > LARGEST) return undefined;
  const box = `width="${size.width}" height="${size.height}"`;
  const data = Buffer.from(bytes).toString('base64');
  // The renderer that draws the icons also decodes PNG; at scale 1 without smoothing it gives back the exact pixels.
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" ${box}><image ${box} image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/></svg>`;
  const { pixels } = new Resvg(frame, { font: { loadSystemFonts: false } }).render();
  return { ...size, pixels };
}
