// What XML 1.0 forbids even as a character reference: most C0 controls, lone surrogates, U+FFFE, U+FFFF.
// https://www.w3.org/TR/xml/#charsets
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters to remove
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const TEXT_SPECIAL = /[&<>\r]/g;
const ATTRIBUTE_SPECIAL = /[&<>"\t\n\r]/g;

// A parser turns raw line ends and tabs in attributes into spaces, and raw \r in text into \n; references survive.
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

// Nearly every value of a call is made of these alone, and needs nothing done.
const PLAIN = /^[ !#-%'-;=?-~]*$/;
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Removes the characters no XML document may contain. */
export function removeForbiddenCharacters(value: string): string {
  return PRINTABLE_ASCII.test(value) ? value : value.replace(FORBIDDEN, '');
}

/** Makes a string safe between tags. */
export function escapeText(value: string): string {
  return PLAIN.test(value) ? value : removeForbiddenCharacters(value).replace(TEXT_SPECIAL, toReference);
}

/** Makes a string safe between double quotes. */
export function escapeAttribute(value: string): string {
  return PLAIN.test(value) ? value : removeForbiddenCharacters(value).replace(ATTRIBUTE_SPECIAL, toReference);
}

function toReference(character: string): string {
  return REFERENCES[character] ?? character;
}
