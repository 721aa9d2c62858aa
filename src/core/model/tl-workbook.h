/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-assessment.h"
#include "tl-last-look.h"
#include "tl-person.h"
#include "tl-risk.h"
#include "tl-saver.h"
#include "tl-store.h"

G_BEGIN_DECLS

/**
 * TlWorkbookError:
 * @TL_WORKBOOK_ERROR_NOT_EDITABLE: it is read-only, or shown as at another day
 * @TL_WORKBOOK_ERROR_TITLE: the title isn't one
 * @TL_WORKBOOK_ERROR_PERSON: the person can't be chosen
 * @TL_WORKBOOK_ERROR_DATE: the date can't be
 * @TL_WORKBOOK_ERROR_FILES: the files can't be attached
 * @TL_WORKBOOK_ERROR_VALUE: what was typed isn't what the field holds
 * @TL_WORKBOOK_ERROR_REASON: the reason is missing
 * @TL_WORKBOOK_ERROR_RISK: the risk can't be decided on so, or another one must be named
 * @TL_WORKBOOK_ERROR_REVIEW: the review can't be started, changed or finished so
 * @TL_WORKBOOK_ERROR_CLOSING: a condition for closing doesn't hold
 *
 * Why a command was refused, as far as a field can be marked with it.
 */
typedef enum
{
  TL_WORKBOOK_ERROR_NOT_EDITABLE,
  TL_WORKBOOK_ERROR_TITLE,
  TL_WORKBOOK_ERROR_PERSON,
  TL_WORKBOOK_ERROR_DATE,
  TL_WORKBOOK_ERROR_FILES,
  TL_WORKBOOK_ERROR_VALUE,
  TL_WORKBOOK_ERROR_REASON,
  TL_WORKBOOK_ERROR_RISK,
  TL_WORKBOOK_ERROR_REVIEW,
  TL_WORKBOOK_ERROR_CLOSING,
} TlWorkbookError;

#define TL_WORKBOOK_ERROR (tl_workbook_error_quark ())
GQuark tl_workbook_error_quark (void);

/**
 * TlWorkbook:
 *
 * An open workbook: its rows as lists of objects, what is concluded of them as at a day, the commands that change it,
 * and whether it is saved. It belongs to the main thread.
 */
#define TL_TYPE_WORKBOOK (tl_workbook_get_type ())
G_DECLARE_FINAL_TYPE (TlWorkbook, tl_workbook, TL, WORKBOOK, GObject)

void          tl_workbook_open_async      (TlStoreOrigin         origin,
                                           GFile                *file,
                                           TlIdSource           *ids,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void          tl_workbook_open_outline_async (TlStoreOrigin      origin,
                                           GFile                *file,
                                           TlIdSource           *ids,
                                           TlLastLook           *last_look,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
TlWorkbook   *tl_workbook_open_finish     (GAsyncResult         *result,
                                           GError              **error);
void          tl_workbook_close_async     (TlWorkbook           *self,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      tl_workbook_close_finish    (TlWorkbook           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* What it holds. */
const char   *tl_workbook_get_provider    (TlWorkbook           *self);
GListModel   *tl_workbook_get_risks       (TlWorkbook           *self);
GListModel   *tl_workbook_get_people      (TlWorkbook           *self);
GListModel   *tl_workbook_get_places      (TlWorkbook           *self);
GListModel   *tl_workbook_get_measures    (TlWorkbook           *self);
GListModel   *tl_workbook_get_actions     (TlWorkbook           *self);
TlRisk       *tl_workbook_find_risk       (TlWorkbook           *self,
                                           const TlId           *id);
TlPerson     *tl_workbook_find_person     (TlWorkbook           *self,
                                           const TlId           *id);
TlAssessment *tl_workbook_get_outline     (TlWorkbook           *self);
TlAssessment *tl_workbook_get_detail      (TlWorkbook           *self);
TlAssessment *tl_workbook_get_assessment  (TlWorkbook           *self);
TlDay         tl_workbook_get_today       (TlWorkbook           *self);
TlDay         tl_workbook_get_as_at       (TlWorkbook           *self);
void          tl_workbook_set_as_at       (TlWorkbook           *self,
                                           TlDay                 as_at);
gboolean      tl_workbook_get_editable    (TlWorkbook           *self);
gboolean      tl_workbook_get_busy        (TlWorkbook           *self);
char         *tl_workbook_get_fingerprint (TlWorkbook           *self);
gint64        tl_workbook_get_recorded    (TlWorkbook           *self);

TlIdSource   *tl_workbook_get_ids         (TlWorkbook           *self);

/* Whether it is saved. */
GFile        *tl_workbook_get_file        (TlWorkbook           *self);
TlSavedState  tl_workbook_get_saved_state (TlWorkbook           *self);
const char   *tl_workbook_get_save_problem (TlWorkbook          *self);
const char   *tl_workbook_get_save_reason (TlWorkbook           *self);
void          tl_workbook_save_async      (TlWorkbook           *self,
                                           GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean      tl_workbook_save_finish     (TlWorkbook           *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Commands: each is one change. */
void          tl_workbook_apply_async       (TlWorkbook           *self,
                                             TlChange             *change,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean      tl_workbook_apply_finish      (TlWorkbook           *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
