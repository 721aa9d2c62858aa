/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "tl-change.h"
#include "tl-import-difference.h"
#include "tl-sheet.h"
#include "tl-snapshot.h"

G_BEGIN_DECLS

/* The sheet whose rows are keys and values; all others are tables. */
#define TL_WORKBOOK_SHEET "Workbook"

/**
 * TlImportCounts:
 * @added: rows that come to be
 * @changed: rows that get another value
 * @unchanged: rows that already say the same
 * @left_out: rows that have a problem, or name one that has
 *
 * What an import does to a sheet.
 */
typedef struct
{
  guint added;
  guint changed;
  guint unchanged;
  guint left_out;
} TlImportCounts;

char *tl_import_counts_to_text (const TlImportCounts *self);

/**
 * TlImportPlan:
 *
 * What an import would do to a workbook, worked out without doing it: the change, how many rows it adds and changes,
 * and all that is wrong with what was to be imported. Immutable, and safe on any thread.
 */
typedef struct _TlImportPlan TlImportPlan;

TlImportPlan          *tl_import_plan_new             (TlSnapshot         *existing,
                                                       TlSheets           *sheets);
TlImportPlan          *tl_import_plan_make            (TlSnapshot         *existing,
                                                       TlSheets           *sheets,
                                                       GCancellable       *cancellable,
                                                       GError            **error);
void                   tl_import_plan_free            (TlImportPlan       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlImportPlan, tl_import_plan_free)

TlChange              *tl_import_plan_get_change      (TlImportPlan       *self,
                                                       gboolean            accept_good);

guint                  tl_import_plan_get_n_problems  (const TlImportPlan *self);
const TlImportProblem *tl_import_plan_get_problem     (const TlImportPlan *self,
                                                       guint               index);
guint                  tl_import_plan_get_n_unlisted  (const TlImportPlan *self);
guint                  tl_import_plan_get_n_dependent (const TlImportPlan *self);
const TlImportProblem *tl_import_plan_get_dependent   (const TlImportPlan *self,
                                                       guint               index);
guint                  tl_import_plan_get_n_notes     (const TlImportPlan *self);
const char            *tl_import_plan_get_note        (const TlImportPlan *self,
                                                       guint               index);

guint                  tl_import_plan_get_n_differences (const TlImportPlan *self);
const TlImportDifference *tl_import_plan_get_difference (const TlImportPlan *self,
                                                       guint               index);
guint                  tl_import_plan_get_n_unlisted_differences (const TlImportPlan *self);

guint                  tl_import_plan_get_n_sheets    (void);
const char            *tl_import_find_sheet            (const char         *name);
const char            *tl_import_plan_get_sheet       (guint               sheet);
TlImportCounts         tl_import_plan_get_counts      (const TlImportPlan *self,
                                                       guint               sheet);

G_END_DECLS
