/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-backup-keeper.h"
#include "tl-record-set.h"
#include "tl-store-history.h"
#include "tl-typed-notes.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

struct _TlWorkbook
{
  GObject parent_instance;

  TlStore *store;
  TlSaver *saver;
  /* Made when it is first asked for. */
  TlTypedNotes *typed;
  TlBackupKeeper *keeper;
  TlRecordSet *records;
  TlAssessment *assessment;
  /* What is known before anything is concluded; NULL afterwards. */
  TlAssessment *outlined;
  TlAssessment *detailed;
  /* Something changed before anything was concluded: what was being read then isn't what is there now. */
  gboolean changed_early;
  TlDay today;
  TlDay chosen_day;
  guint midnight;

  /* Conclusions being drawn; they are drawn once more when something changed meanwhile. */
  GCancellable *assessing;
  gboolean assess_again;
  /* A second copy of what is concluded, which only the thread that draws conclusions may touch while it does: it is brought
   * up to date with the changes since, and takes the place of the first, which then is the second. */
  TlAssessment *spare;
  GPtrArray *changes;
  /* What is being brought up to date has all that is shown, and tells which risks may differ from it. */
  gboolean tells_difference;
  guint sparing;
  GCancellable *making_spare;
  /* Once it closes nothing is asked any more. */
  gboolean closing;

  /* What undo and redo would do; asked once more when something changed meanwhile. */
  TlHistoryEntry *undo;
  TlHistoryEntry *redo;
  gboolean can_undo;
  gboolean can_redo;
  GCancellable *looking;
  gboolean look_again;

  /* Of a workbook as it was recorded: the open one that it is of, the moment, and the last change up to it. */
  TlWorkbook *present;
  gint64 recorded_on;
  char *recorded_words;
  char *recorded_problem;
  gint64 recorded_time;
  TlDigest recorded_head;

  /* What two people changed differently; asked once more when something changed meanwhile. */
  GListStore *conflicts;
  GCancellable *listing;
  gboolean list_again;
};

void tl_workbook_attach          (TlWorkbook   *self,
                                 TlStore      *store);
void tl_workbook_await           (TlWorkbook   *self,
                                 GCancellable *assessing);
void tl_workbook_take_outline    (TlWorkbook   *self,
                                 TlAssessment *outlined,
                                 TlAssessment *detailed);
void tl_workbook_begin           (TlWorkbook   *self,
                                 TlAssessment *assessment,
                                 const GError *error);
void tl_workbook_take_assessment (TlWorkbook   *self,
                                 TlAssessment *assessment);
void tl_workbook_end             (TlWorkbook   *self);
void tl_workbook_assess          (TlWorkbook   *self);
void tl_workbook_follow          (TlWorkbook   *self,
                                  TlChange     *change);
void tl_workbook_set_spare       (TlWorkbook   *self,
                                  TlAssessment *assessment);
TlAssessment *tl_workbook_take_spare (TlWorkbook  *self,
                                  TlDay         as_at,
                                  GPtrArray   **changes);
gboolean tl_workbook_was_ahead   (TlWorkbook   *self,
                                  const GPtrArray *changes);
void tl_workbook_plan_spare      (TlWorkbook   *self);
void tl_workbook_drop_spare      (TlWorkbook   *self);
TlDay tl_workbook_find_today     (TlWorkbook   *self,
                                  TlSnapshot   *snapshot);
void tl_workbook_wait_for_midnight (TlWorkbook *self);
void tl_workbook_look_for_undo   (TlWorkbook   *self);
void tl_workbook_stop_looking    (TlWorkbook   *self);
void tl_workbook_update_undo     (TlWorkbook   *self);
void tl_workbook_look_for_conflicts (TlWorkbook *self);
void tl_workbook_stop_listing    (TlWorkbook   *self);
void tl_workbook_follow_conflicts (TlWorkbook     *self,
                                   const TlChange *change);
gboolean tl_workbook_check_editable (TlWorkbook  *self,
                                     GError     **error);
void tl_workbook_refuse          (TlWorkbook          *self,
                                  GError              *error,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);
void tl_workbook_keep            (TlWorkbook   *self,
                                  TlChange     *change,
                                  GTask        *task);
gboolean tl_workbook_keep_finish (GAsyncResult *result,
                                  gboolean     *changed,
                                  GError      **error);

G_END_DECLS
