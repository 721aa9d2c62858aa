/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Spreadsheets put together by hand. */

/* Pairs of a part's name and its content. */
void test_xlsx_write (const char *path,
                      ...) G_GNUC_NULL_TERMINATED;
/* One sheet, "Risks", made with TEST_XLSX_SHEET, with styles and shared texts as a spreadsheet program would add them. */
void test_xlsx_write_sheet (const char *path,
                            const char *sheet);

/* Styles 1 to 4 show a number as 14-3-26, "14 March 2026", 94% and 94 "days"; shared texts are "Ref", "Title" and
 * "Missed doses" in two looks. */
#define TEST_XLSX_SHEET(rows) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" \
  "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" rows \
  "</sheetData></worksheet>"

G_END_DECLS
