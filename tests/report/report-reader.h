/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-reader.h"
#include "tl-report.h"

G_BEGIN_DECLS

/* Reports of small workbooks, as those who read them find them. */

#define READER_DAY (tl_day_new (2026, 6, 9))
#define READER_FINGERPRINT "7F3A 91C2 QBE4 D5A7 MNOP"

TlAssessment *reader_assess   (const char   *workbook);
GBytes       *reader_print    (TlReport     *report);
GBytes       *reader_print_kind (TlAssessment *assessment,
                               TlReportKind  kind,
                               const char   *ref);
char         *reader_read_aloud (GBytes     *pdf);
void          reader_assert_said (const char *text,
                               const char   *part);

G_END_DECLS
