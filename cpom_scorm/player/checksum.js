/** Tells a whole state record from a cut or altered one (RUN-63). */

/**
 * CRC-24 of RFC 4880 over the character codes.
 * @param {string} text ASCII
 * @returns {number} 24 bits
 */
export function checksum(text) {
  let crc = 0xb704ce;
  for (const character of text) {
    crc ^= character.charCodeAt(0) << 16;
    for (let bit = 0; bit < 8; bit += 1) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  return crc & 0xffffff;
}
