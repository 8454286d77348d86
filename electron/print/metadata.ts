/** What a paper says of itself: information dictionary and XMP with the same values, PDF/A-2b (ISO 19005-2), output intent. */

import type { OfficeFace } from './officeFace.ts';
import { type PdfFile, ref } from './pdfFile.ts';
import { dateString, textString } from './pdfText.ts';
import type { SheetFormat } from './sheet.ts';
import { srgbProfile } from './srgbProfile.ts';

export type PaperLanguage = 'zh' | 'en';

export type PaperFacts = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly language: PaperLanguage;
  /** Instant that becomes the date of creation; nothing in here asks for the time. */
  readonly madeAt: string;
  /** The number under which the registry knows the paper; also readable in the file for whoever checks it. */
  readonly number?: string | undefined;
  /** Keeps a place on every sheet of this format where reprints are marked; see `markReprint`. */
  readonly reprintOn?: SheetFormat | undefined;
};

const PROGRAM = 'Disclosure Registry';

export function languageTag(language: PaperLanguage): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export function writeInformation(file: PdfFile, { title, subject, author, madeAt }: PaperFacts): number {
  const date = dateString(madeAt);
  return file.object(
    `<</Title${textString(title)}/Subject${textString(subject)}/Author${textString(author)}` +
      `/Creator${textString(PROGRAM)}/Producer${textString(PROGRAM)}/CreationDate${date}/ModDate${date}>>`,
  );
}

/** `fonts` as `namedFonts` says them. */
export function writeXmp(file: PdfFile, facts: PaperFacts, fonts: string): number {
  return file.stream('/Type/Metadata/Subtype/XML', xmpOf(facts, fonts), { isPlain: true });
}

export function writeOutputIntent(file: PdfFile): string {
  const profile = file.stream('/N 3', srgbProfile());
  return `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB)/DestOutputProfile ${ref(profile)}>>`;
}

function xmpOf(facts: PaperFacts, fonts: string): string {
  const { title, subject, author, language, madeAt, number } = facts;
  const date = `${new Date(madeAt).toISOString().slice(0, 19)}Z`;
  const inLanguage = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  const identifier = number ? `<dc:identifier>${escaped(number)}</dc:identifier>\n` : '';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
${identifier}${inLanguage('title', title)}
${inLanguage('description', subject)}
<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>${languageTag(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<pdf:Producer>${PROGRAM}</pdf:Producer>
${fonts}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/**
 * The faces of the office's own: what licence stands behind a paper can be read from it.
 * XMP specification (2005), schema "XMP Paged-text".
 */
export function namedFonts(faces: readonly OfficeFace[]): string {
  if (faces.length === 0) return '';
  const spaces =
    'xmlns:xmpTPg="http://ns.adobe.com/xap/1.0/t/pg/" xmlns:stFnt="http://ns.adobe.com/xap/1.0/sType/Font#"';
  const items = faces.map(({ font, postscriptName, family, version, fileName }) => {
    const said = {
      fontName: postscriptName,
      fontFamily: family,
      fontType: 'CFF ' in font.directory.tables ? 'Open Type' : 'TrueType',
      versionString: version,
      fontFileName: fileName,
    };
    const entries = Object.entries(said).map(([name, text]) => `<stFnt:${name}>${escaped(text)}</stFnt:${name}>`);
    return `<rdf:li rdf:parseType="Resource">${entries.join('')}</rdf:li>`;
  });
  return `<xmpTPg:Fonts ${spaces}><rdf:Bag>${items.join('\n')}</rdf:Bag></xmpTPg:Fonts>\n`;
}

/** Control characters, which hostile titles may hold, cannot stand in XML at all. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '');
}

const NAMED_FONTS = /<xmpTPg:Fonts [\s\S]*?<\/xmpTPg:Fonts>\n/;

/** As they stand in the metadata of a finished paper. */
export function readNamedFonts(xmp: string): string {
  return NAMED_FONTS.exec(xmp)?.[0] ?? '';
}
