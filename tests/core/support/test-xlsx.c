/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-xlsx.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define MAIN "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const char workbook[] =
  HEAD "<workbook " MAIN " xmlns:r=\"" RELATIONS "\"><sheets>"
  "<sheet name=\"Risks\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";

static const char relations[] =
  HEAD "<Relationships>"
  "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
  "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
  "<Relationship Id=\"rId3\" Type=\"" RELATIONS "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>";

static const char styles[] =
  HEAD "<styleSheet " MAIN "><numFmts count=\"2\">"
  "<numFmt numFmtId=\"164\" formatCode=\"[$-809]d\\ mmmm\\ yyyy;@\"/>"
  "<numFmt numFmtId=\"165\" formatCode=\"0&quot; days&quot;\"/></numFmts>"
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/>"
  "</cellXfs></styleSheet>";

static const char texts[] =
  HEAD "<sst " MAIN "><si><t>Ref</t></si><si><t xml:space=\"preserve\"> Title </t></si>"
  "<si><r><t>Missed </t></r><r><rPr><b/></rPr><t>doses</t></r><rPh><t>aside</t></rPh></si></sst>";

static void
add_part (struct archive *archive,
          const char     *name,
          const char     *content)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) strlen (content));
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, content, strlen (content)), ==, strlen (content));
  archive_entry_free (entry);
}

void
test_xlsx_write (const char *path,
                 ...)
{
  struct archive *archive = archive_write_new ();
  const char *name;
  va_list parts;

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  va_start (parts, path);
  while ((name = va_arg (parts, const char *)) != NULL)
    add_part (archive, name, va_arg (parts, const char *));
  va_end (parts);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
}

void
test_xlsx_write_sheet (const char *path,
                       const char *sheet)
{
  /* The sheet first, as some programs write it. */
  test_xlsx_write (path, "xl/worksheets/sheet1.xml", sheet, "xl/workbook.xml", workbook, "xl/styles.xml", styles,
                   "xl/sharedStrings.xml", texts, "xl/_rels/workbook.xml.rels", relations, NULL);
}
