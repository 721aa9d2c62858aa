#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of report of the sample, against the rules of PDF/UA-1 (ISO 14289-1) that a program can check.

test-pdf-ua.py PROGRAM SAMPLE"""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, SAMPLE = sys.argv[1:]

GROUPING = {'Document', 'Part', 'Sect', 'Div', 'TOC', 'TOCI', 'Reference', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'THead', 'TBody',
            'TR', 'TH', 'TD', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Figure', 'Link', 'Span', 'Caption'}
CHILDREN = {
    'L': {'LI', 'L', 'Caption'}, 'LI': {'Lbl', 'LBody'}, 'Table': {'THead', 'TBody', 'TR', 'Caption'}, 'THead': {'TR'},
    'TBody': {'TR'}, 'TR': {'TH', 'TD'}, 'TOC': {'TOCI', 'TOC'},
}
PARENTS = {
    'LI': {'L'}, 'LBody': {'LI'}, 'TR': {'Table', 'THead', 'TBody'}, 'TH': {'TR'}, 'TD': {'TR'},
    'THead': {'Table'}, 'TBody': {'Table'}, 'TOCI': {'TOC'},
}


class Pdf:
    def __init__(self, path):
        self.path = path
        text = subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path],
                              capture_output=True, check=True).stdout
        self.objects = json.loads(text)['qpdf'][1]
        self.trailer = self.objects['trailer']['value']

    def get(self, value):
        """What a value is, if need be by reference."""
        while isinstance(value, str) and re.fullmatch(r'\d+ \d+ R', value):
            found = self.objects['obj:' + value]
            value = found['value'] if 'value' in found else found['stream']['dict'] | {'stream': found['stream'].get('data')}
        return value

    def key(self, dictionary, *names):
        for name in names:
            dictionary = self.get((self.get(dictionary) or {}).get(name))
        return dictionary

    def all(self):
        for name, found in self.objects.items():
            if name != 'trailer':
                yield found['value'] if 'value' in found else found['stream']['dict']

    def elements(self):
        """Every element of the structure with its parents, outermost first, in the order of reading."""
        def walk(value, parents):
            value = self.get(value)
            if isinstance(value, list):
                for child in value:
                    yield from walk(child, parents)
            elif isinstance(value, dict) and value.get('/Type') != '/OBJR' and '/S' in value:
                kind = value['/S'][1:]
                yield kind, value, parents
                yield from walk(value.get('/K'), parents + [kind])
        yield from walk(self.key(self.trailer, '/Root', '/StructTreeRoot', '/K'), [])


def text_of(value):
    return value.removeprefix('u:') if isinstance(value, str) else None


def check_catalogue(pdf):
    root = pdf.key(pdf.trailer, '/Root')
    assert pdf.key(root, '/MarkInfo', '/Marked') is True
    assert pdf.key(root, '/MarkInfo', '/Suspects') is not True
    assert text_of(root['/Lang']) == 'en-GB'
    assert pdf.key(root, '/ViewerPreferences', '/DisplayDocTitle') is True
    assert '/Encrypt' not in pdf.trailer and '/OpenAction' not in root and '/AA' not in root
    # Nothing that would need rules of its own: forms, layers, attached files, types that aren't PDF's.
    assert not {'/AcroForm', '/OCProperties', '/AF', '/Collection'} & root.keys()
    assert '/EmbeddedFiles' not in (pdf.key(root, '/Names') or {})
    assert not pdf.key(root, '/StructTreeRoot', '/RoleMap')


def check_metadata(pdf):
    stream = pdf.key(pdf.trailer, '/Root', '/Metadata')
    assert stream['/Type'] == '/Metadata' and stream['/Subtype'] == '/XML'
    xml = base64.b64decode(stream['stream']).decode()
    import xml.etree.ElementTree as tree
    root = tree.fromstring(re.sub(r'<\?xpacket.*?\?>', '', xml))
    names = {'dc': 'http://purl.org/dc/elements/1.1/', 'ua': 'http://www.aiim.org/pdfua/ns/id/',
             'rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'}
    assert root.find('.//ua:part', names).text == '1'
    title = root.find('.//dc:title/rdf:Alt/rdf:li', names).text
    assert title and title == text_of(pdf.key(pdf.trailer, '/Info', '/Title'))


def check_fonts(pdf):
    fonts = [o for o in pdf.all() if isinstance(o, dict) and o.get('/Type') == '/Font']
    assert fonts
    for font in fonts:
        if font['/Subtype'] in ('/Type0', '/Type3', '/TrueType', '/Type1'):
            assert '/ToUnicode' in font, font
        if font['/Subtype'] == '/Type3':
            continue
        if font['/Subtype'] == '/Type0':
            font = pdf.get(pdf.get(font['/DescendantFonts'])[0])
        descriptor = pdf.key(font, '/FontDescriptor')
        assert any(f'/FontFile{n}' in descriptor for n in ('', '2', '3')), font
        assert re.match(r'/[A-Z]{6}\+', font['/BaseFont']), font['/BaseFont']


def check_letters(pdf):
    """Every letter that is shown has a shape in its font, and a way back to text that is text."""
    for font in (o for o in pdf.all() if isinstance(o, dict) and o.get('/Type') == '/Font' and '/ToUnicode' in o):
        way_back = base64.b64decode(pdf.get(font['/ToUnicode'])['stream']).decode('latin-1')
        pairs = re.findall(r'<([0-9a-f]+)>\s+<([0-9a-f]*)>', way_back.split('endcodespacerange')[1])
        assert pairs, font
        for code, text in pairs:
            assert int(code, 16) > 0 or font['/Subtype'] != '/Type0', (font, code)
            units = {text[i:i + 4] for i in range(0, len(text), 4)}
            assert units and not units & {'0000', 'feff', 'fffe'}, (font, code, text)
        if font['/Subtype'] == '/Type0':
            below = pdf.get(pdf.get(font['/DescendantFonts'])[0])
            assert font['/Encoding'] in ('/Identity-H', '/Identity-V')
            assert below['/Subtype'] == '/CIDFontType0' or below.get('/CIDToGIDMap') == '/Identity', below
            assert pdf.get(below['/CIDSystemInfo'])['/Registry'] == 'u:Adobe'


PAINTING = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"'}
TOKENS = re.compile(r"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|\[|\]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+", re.DOTALL)


def read_content(pdf, page):
    """The numbers of what belongs to elements on a page. All that is painted belongs to one, or is an artifact."""
    marks, operands, numbers = [], [], set()
    data = base64.b64decode(pdf.get(page['/Contents'])['stream']).decode('latin-1')
    for token in TOKENS.findall(data):
        if token in ('BDC', 'BMC'):
            kind = operands[0] if operands else None
            if token == 'BDC' and '/MCID' in operands:
                number = int(operands[operands.index('/MCID') + 1])
                assert number not in numbers, number
                assert '/Artifact' not in marks, 'an element within an artifact'
                numbers.add(number)
            elif kind == '/Artifact':
                assert not marks, 'an artifact within an element'
            marks.append(kind)
        elif token == 'EMC':
            marks.pop()
        elif token in PAINTING:
            assert marks, (token, operands[-6:])
        if re.fullmatch(r"[A-Za-z'\"*]+", token):
            operands = []
        else:
            operands.append(token)
    assert not marks, marks
    return numbers


def check_content(pdf):
    """What is on the pages is what is in the structure, each piece once."""
    pages = list_pages(pdf)
    told = [set() for _ in pages]

    def tell(page, number):
        found = told[pages.index(page)]
        assert number not in found, (page, number)
        found.add(number)

    for _, element, _ in pdf.elements():
        children = element.get('/K')
        resolved = pdf.get(children)
        for child in resolved if isinstance(resolved, list) else [resolved]:
            child = pdf.get(child)
            if isinstance(child, int):
                tell(element['/Pg'], child)
            elif isinstance(child, dict) and child.get('/Type') == '/MCR':
                tell(child.get('/Pg', element.get('/Pg')), child['/MCID'])
    for page, found in zip(pages, told):
        assert read_content(pdf, pdf.get(page)) == found, page


def check_greys(pdf):
    """Nothing has a colour, so that a black-and-white printer loses none; and no letter is too light for a worn one."""
    light = 0.0
    for page in list_pages(pdf):
        operands = []
        text = False
        data = base64.b64decode(pdf.get(pdf.get(page)['/Contents'])['stream']).decode('latin-1')
        for token in TOKENS.findall(data):
            if token in ('rg', 'RG'):
                assert len(set(operands[-3:])) == 1, operands[-3:]
                if token == 'rg':
                    light = float(operands[-1])
            assert token not in ('k', 'K', 'sc', 'SC', 'scn', 'SCN', 'sh'), token
            text = {'BT': True, 'ET': False}.get(token, text)
            if token in ('Tj', 'TJ') and text and operands[-1] != '<00>':
                assert light <= 0.45 or light == 1.0, light
            operands = [] if re.fullmatch(r"[A-Za-z'\"*]+", token) else operands + [token]


def check_pages(pdf):
    pages = [o for o in pdf.all() if isinstance(o, dict) and o.get('/Type') == '/Page']
    assert pages
    for page in pages:
        assert page['/Tabs'] == '/S' and '/StructParents' in page
        for annotation in map(pdf.get, pdf.get(page.get('/Annots')) or []):
            assert annotation['/Subtype'] == '/Link'
            assert '/StructParent' in annotation and text_of(pdf.get(annotation.get('/Contents'))), annotation


def check_elements(pdf):
    elements = list(pdf.elements())
    assert elements[0][0] == 'Document'
    assert all(not parents == [] for _, _, parents in elements[1:])
    for kind, element, parents in elements:
        assert kind in GROUPING, kind
        parent = parents[-1] if parents else None
        if parent in CHILDREN:
            assert kind in CHILDREN[parent], (parent, kind)
        if kind in PARENTS:
            assert parent in PARENTS[kind], (parent, kind)
        if kind == 'Figure':
            assert text_of(pdf.get(element.get('/Alt'))), 'figure without words'
        if kind == 'TH':
            assert pdf.key(element, '/A', '/Scope') in ('/Column', '/Row', '/Both'), element
            assert pdf.key(element, '/A', '/O') == '/Table'
        if kind == 'Link':
            children = pdf.get(element['/K'])
            children = children if isinstance(children, list) else [children]
            assert any((pdf.get(c) or {}).get('/Type') == '/OBJR' for c in children if not isinstance(c, int)), element


def check_headings(pdf):
    levels = [int(kind[1]) for kind, _, _ in pdf.elements() if re.fullmatch(r'H[1-6]', kind)]
    assert levels and levels[0] == 1, levels[:3]
    for before, after in zip(levels, levels[1:]):
        assert after <= before + 1, (before, after)


def check_tables(pdf):
    """Every row has as many cells as the table has columns, and every table heads for its columns."""
    def children(element):
        value = pdf.get(element.get('/K'))
        return [c for c in map(pdf.get, value if isinstance(value, list) else [value]) if isinstance(c, dict) and '/S' in c]

    for kind, element, _ in pdf.elements():
        if kind != 'Table':
            continue
        groups = children(element)
        rows = [r for g in groups for r in ([g] if g['/S'] == '/TR' else children(g))]
        widths = {len(children(row)) for row in rows}
        assert len(widths) == 1, widths
        assert all(cell['/S'] == '/TH' for cell in children(rows[0]))


def list_pages(pdf):
    def walk(reference):
        node = pdf.get(reference)
        if node['/Type'] == '/Page':
            yield reference
        for child in pdf.get(node.get('/Kids')) or []:
            yield from walk(child)
    return list(walk(pdf.key(pdf.trailer, '/Root')['/Pages']))


def list_bookmarks(pdf):
    """What each is called, and the page on which it begins."""
    pages = list_pages(pdf)
    for found in pdf.all():
        if isinstance(found, dict) and '/Title' in found and '/Dest' in found and '/Parent' in found:
            yield text_of(found['/Title']), pages.index(pdf.get(found['/Dest'])[0])


def page_counts(pdf):
    starts = sorted(list_bookmarks(pdf), key=lambda bookmark: bookmark[1])
    ends = [page for _, page in starts[1:]] + [len(list_pages(pdf))]
    return {title.split()[0]: end - page for (title, page), end in zip(starts, ends)}


def check_furniture(pdf):
    """Header and footer are on the page, and not in what is read."""
    read = subprocess.run(['pdfinfo', '-struct-text', pdf.path], capture_output=True, text=True, check=True).stdout
    shown = subprocess.run(['pdftotext', pdf.path, '-'], capture_output=True, text=True, check=True).stdout
    for text in 'Page 1 of ', 'Throughline history ':
        assert text in shown and text not in read, text


def check_soundness(pdf):
    subprocess.run(['qpdf', '--check', pdf.path], check=True, capture_output=True)


CHECKS = [check_catalogue, check_metadata, check_fonts, check_letters, check_content, check_greys, check_pages, check_elements, check_headings, check_tables,
          check_furniture, check_soundness]

help_text = subprocess.run([PROGRAM, 'summary', '--help'], capture_output=True, text=True, check=True).stdout
KINDS = re.findall(r'^  ([a-z-]+)  +\S', help_text.split('Kinds of report:')[1].split('\n\n')[0], re.MULTILINE)
assert len(KINDS) >= 5, KINDS

with tempfile.TemporaryDirectory() as name:
    os.environ |= {'XDG_STATE_HOME': f'{name}/state', 'TMPDIR': name}
    print(f'1..{len(KINDS) * len(CHECKS) + 4}')
    number = 0

    def report(passed, test, why=''):
        global number
        number += 1
        print(f'{"ok" if passed else "not ok"} {number} {test}{" # " + str(why)[:300] if why and not passed else ""}', flush=True)

    for kind in KINDS:
        path, again = f'{name}/{kind}.pdf', f'{name}/{kind}-again.pdf'
        subprocess.run([PROGRAM, 'summary', SAMPLE, path, '--report', kind], check=True)
        if kind in ('pack', 'comparison'):
            subprocess.run([PROGRAM, 'summary', SAMPLE, again, '--report', kind], check=True)
            report(pathlib.Path(path).read_bytes() == pathlib.Path(again).read_bytes(), f'{kind}/same-bytes')
        pdf = Pdf(path)
        for check in CHECKS:
            try:
                check(pdf)
                report(True, f'{kind}/{check.__name__.removeprefix("check_")}')
            except (AssertionError, KeyError, TypeError, AttributeError, IndexError) as error:
                report(False, f'{kind}/{check.__name__.removeprefix("check_")}', repr(error))

    # One sheet for every risk of the sample: what a reader can hold.
    path = f'{name}/sheets.pdf'
    refs = [f'R{n}' for n in range(1, 20)]
    subprocess.run([PROGRAM, 'summary', SAMPLE, path] + [part for ref in refs for part in ('--risk', ref)], check=True)
    sheets = page_counts(Pdf(path))
    report(len(sheets) == len(refs) and all(n <= 2 for n in sheets.values()), 'evidence/one-sheet', sheets)
    pack = Pdf(f'{name}/pack.pdf')
    titles = [title for title, _ in list_bookmarks(pack)]
    report(any(t.startswith('R1 ') for t in titles) and 'What is not proven' in titles, 'pack/bookmarks', titles)
