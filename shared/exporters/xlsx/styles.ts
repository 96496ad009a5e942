import { xmlHead } from '../office/xml.ts';

/** Places in the list of cell formats. `quoted`: text that is kept from becoming a formula; `number` stands a little off the next column. */
export const formats = { body: 1, head: 2, quoted: 3, number: 4 } as const;

const wrapped = '<alignment vertical="top" wrapText="1"/>';
const body = 'numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"';

/** Fonts, fills and formats of every workbook; the greys are those of the Word documents. */
export const stylesXml = `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><color rgb="FF2B2723"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><color rgb="FF2B2723"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1EDE6"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="medium"><color rgb="FF9A7B3C"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf ${body}>${wrapped}</xf><xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf ${body} quotePrefix="1">${wrapped}</xf><xf ${body}><alignment horizontal="right" indent="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
