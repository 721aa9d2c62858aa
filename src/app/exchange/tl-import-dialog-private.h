/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-import-dialog.h"

#include "tl-import-preview.h"
#include "tl-import-reading.h"
#include "tl-mapping-columns.h"
#include "tl-mapping-rows.h"
#include "tl-mapping-sheets.h"
#include "tl-mapping-words.h"
#include "tl-progress-box.h"

G_BEGIN_DECLS

/* Its files are tl-import-dialog.c, which reads and imports, and tl-import-steps.c, which asks how a spreadsheet that
 * isn't ours is read. */

struct _TlImportDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *busy_page;
  TlProgressBox *progress_box;
  AdwStatusPage *failed_page;
  AdwNavigationView *steps;
  TlMappingSheets *sheets_step;
  TlMappingColumns *columns_step;
  TlMappingWords *words_step;
  TlMappingRows *rows_step;
  TlImportPreview *preview;
  GtkWidget *cancel_button;

  TlWorkbook *workbook;
  GFile *source;
  char *name;
  /* What the plan was made for; it holds only as long as the workbook is that. */
  TlSnapshot *existing;
  TlImportReading *reading;
  /* What the mapping makes of the file, unless it is one of ours. */
  TlForeignResult *result;
  /* The step that comes next. */
  const char *next;
  TlProgress *busy;
  guint patience;
  gboolean importing;
};

void     tl_import_dialog_update         (TlImportDialog *self);
void     tl_import_dialog_look_at_now    (TlImportDialog *self);
void     tl_import_dialog_begin          (TlImportDialog *self,
                                          const char     *title,
                                          gboolean        at_once);
void     tl_import_dialog_end            (TlImportDialog *self);
void     tl_import_dialog_show_failure   (TlImportDialog *self,
                                          const char     *message);
gboolean tl_import_dialog_is_mapped      (TlImportDialog *self);

void     tl_import_dialog_begin_steps    (TlImportDialog *self);
void     tl_import_dialog_work_out       (TlImportDialog *self,
                                          const char     *next);
void     tl_import_dialog_go_on          (TlImportDialog *self);
void     tl_import_dialog_offer_rest     (TlImportDialog *self);
gboolean tl_import_dialog_can_go_on      (TlImportDialog *self);

G_END_DECLS
