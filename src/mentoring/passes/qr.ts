// A QR code as a picture: black on white, whatever surrounds it, for phones read nothing else reliably.

import { renderSVG } from 'uqr';

/** `M` still reads with a coffee stain on it; four modules of white around it are the norm's. */
export function qrCode(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 4, pixelSize: 8 });
}
