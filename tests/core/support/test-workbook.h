/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-snapshot.h"

G_BEGIN_DECLS

/* Workbooks for tests, written as text: a line with a sheet's name, a line with headings, then the rows, cells
 * separated by "|"; an empty line ends the sheet. A sheet may come several times, and lines that begin with # are
 * skipped. "Workbook" has keys and values.
 *
 *   Risks
 *   Ref | Title         | Theme
 *   R1  | Medicine gaps | medicines
 */

TlSnapshot *test_workbook_read    (const char *first_text,
                                   ...) G_GNUC_NULL_TERMINATED;
char       *test_workbook_replace (const char *text,
                                   const char *from,
                                   const char *to);

G_END_DECLS
