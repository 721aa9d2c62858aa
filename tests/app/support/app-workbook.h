/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

/* Real workbooks: the sample, and an empty one, each in a folder that goes with the test. */

void        app_workbook_choose_folder (void);
TlWorkbook *app_workbook_open_sample (void);
TlWorkbook *app_workbook_open_file   (GFile      *file);
TlWorkbook *app_workbook_open_empty  (void);
/* Adds sheets, each a name, headings and rows as lines, with | between cells. */
void        app_workbook_import      (TlWorkbook *workbook,
                                      const char *first_sheet,
                                      ...) G_GNUC_NULL_TERMINATED;
void        app_workbook_close       (TlWorkbook *workbook);
void        app_workbook_save_another (GFile     *file);
TlRisk     *app_workbook_find_risk   (TlWorkbook *workbook,
                                      const char *ref);

/* An answer that a test waits for, kept where it says: whether it has come, and waiting until it has. */
void          app_workbook_answer_cb  (GObject       *source,
                                       GAsyncResult  *result,
                                       gpointer       user_data);
gboolean      app_workbook_has_answer (gpointer       data);
GAsyncResult *app_workbook_wait_for   (GAsyncResult **result);
/* Whether nothing is being concluded. */
gboolean      app_workbook_is_quiet   (gpointer       workbook);
