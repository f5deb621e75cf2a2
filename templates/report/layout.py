"""Makes bulletin.docx, the page and the styles that `sihu report -o FILE.docx` lays the text out by: A4, the
type area and the letters of GB/T 9704-2012, without red head.

usage: python3 layout.py      writes bulletin.docx beside itself; the same bytes each time
"""
import zipfile
from pathlib import Path

MM = 1440 / 25.4  # twentieths of a point
LATIN = "Times New Roman"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {"styles": "styles", "footer": "footer1"}

# The type area is 156 mm by 225 mm, 37 mm below the top edge and 28 mm from the left one.
PAGE = (f'<w:pgSz w:w="{210 * MM:.0f}" w:h="{297 * MM:.0f}"/><w:pgMar w:top="{37 * MM:.0f}" w:right="{26 * MM:.0f}" '
        f'w:bottom="{35 * MM:.0f}" w:left="{28 * MM:.0f}" w:header="851" w:footer="{28 * MM:.0f}" w:gutter="0"/>')


def letters(face, points, bold=False):
    weight = "<w:b/>" if bold else '<w:b w:val="0"/>'
    size = f'<w:sz w:val="{2 * points:g}"/><w:szCs w:val="{2 * points:g}"/>'
    return (f'<w:rPr><w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{face}"/>{weight}'
            f'<w:color w:val="000000"/>{size}</w:rPr>')


def paragraph(style, name, look, layout, based="Normal", follows=None):
    base = f'<w:basedOn w:val="{based}"/>' if based and style != based else ""
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    default = ' w:default="1"' if style == "Normal" else ""
    return (f'<w:style w:type="paragraph"{default} w:styleId="{style}"><w:name w:val="{name}"/>{base}{after}<w:qFormat/>'
            f'<w:pPr>{layout}</w:pPr>{look}</w:style>')


def spacing(lines="exact", height=28, before=0, after=0):
    """28 points a line: 22 lines a page. "auto": in multiples of the letters' own height, by 240."""
    line = height * 20 if lines == "exact" else height
    return f'<w:spacing w:before="{before * 20}" w:after="{after * 20}" w:line="{line}" w:lineRule="{lines}"/>'


INDENT = '<w:ind w:firstLine="640" w:firstLineChars="200"/>'  # two characters
BODY = letters("仿宋", 16)
STYLES = [
    paragraph("Normal", "Normal", BODY, spacing()),
    paragraph("BodyText", "Body Text", "", spacing() + INDENT),
    paragraph("FirstParagraph", "First Paragraph", "", spacing() + INDENT, based="BodyText", follows="BodyText"),
    # Cells of tables; entries of lists are paragraphs.
    paragraph("Compact", "Compact", letters("仿宋", 9), spacing("auto", 252) + '<w:ind w:firstLine="0" w:firstLineChars="0"/>',
              based="BodyText"),
    paragraph("Heading1", "heading 1", letters("方正小标宋简体", 22),
              '<w:keepNext/><w:keepLines/>' + spacing("exact", 34, 28, 28) + '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
              follows="BodyText"),
    paragraph("Heading2", "heading 2", letters("黑体", 16),
              '<w:keepNext/><w:keepLines/>' + spacing(before=6) + INDENT + '<w:outlineLvl w:val="1"/>', follows="BodyText"),
    paragraph("Heading3", "heading 3", letters("楷体", 16),
              '<w:keepNext/><w:keepLines/>' + spacing() + INDENT + '<w:outlineLvl w:val="2"/>', follows="BodyText"),
    paragraph("BlockText", "Block Text", "", spacing() + '<w:jc w:val="right"/>', based="BodyText"),
]
EDGES = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
                for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
TABLE = (f'<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:tblPr><w:tblBorders>{EDGES}'
         '</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr>'
         '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>')
FOOTER = ('<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
          + "".join(f'<w:r>{letters("宋体", 14)}{part}</w:r>' for part in (
              '<w:t xml:space="preserve">— </w:t>', '<w:fldChar w:fldCharType="begin"/>', '<w:instrText>PAGE</w:instrText>',
              '<w:fldChar w:fldCharType="separate"/>', '<w:t>1</w:t>', '<w:fldChar w:fldCharType="end"/>',
              '<w:t xml:space="preserve"> —</w:t>')) + '</w:p>')

FILES = {
    "[Content_Types].xml":
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{file}.xml" ContentType="{TYPES}.{part}+xml"/>' for part, file in PARTS.items())
        + '</Types>',
    "_rels/.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels":
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{part}" Type="{LINKS}/{part}" Target="{file}.xml"/>' for part, file in PARTS.items())
        + '</Relationships>',
    "word/document.xml":
        f'<w:document {W} {R}><w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>通报</w:t></w:r></w:p>'
        f'<w:sectPr><w:footerReference w:type="default" r:id="footer"/>{PAGE}</w:sectPr></w:body></w:document>',
    "word/styles.xml": f'<w:styles {W}>' + "".join(STYLES) + TABLE + '</w:styles>',
    "word/footer1.xml": f'<w:ftr {W}>{FOOTER}</w:ftr>',
}

with zipfile.ZipFile(Path(__file__).with_name("bulletin.docx"), "w", zipfile.ZIP_DEFLATED) as package:
    for name, text in FILES.items():
        package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), HEAD + text, zipfile.ZIP_DEFLATED)
