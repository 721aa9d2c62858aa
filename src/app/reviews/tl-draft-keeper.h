/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-draft.h"

G_BEGIN_DECLS

/**
 * TlKeeping:
 * @TL_KEEPING_KEPT: everything that was typed is kept
 * @TL_KEEPING_NOTED: what is being typed is kept beside the workbook, until its field is left
 * @TL_KEEPING_TYPED: something was typed since
 * @TL_KEEPING_REFUSED: what was typed can't be kept as it is; it stays where it was typed
 *
 * How far what was typed is kept.
 */
typedef enum
{
  TL_KEEPING_KEPT,
  TL_KEEPING_NOTED,
  TL_KEEPING_TYPED,
  TL_KEEPING_REFUSED,
} TlKeeping;

/**
 * TlDraftWay:
 * @check: why a draft whose fields agree can't be kept; (transfer full), %NULL when it can
 * @save: keeps it, and is finished by tl_workbook_apply_finish()
 * @find: finds the row that it became
 *
 * How a draft is kept that a command keeps, and not the draft by itself.
 */
typedef struct
{
  char          * (* check) (TlDraft             *draft);
  void            (* save)  (TlDraft             *draft,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
  const TlFacts * (* find)  (TlDraft             *draft);
} TlDraftWay;

/**
 * TlDraftKeeper:
 *
 * Keeps a draft as it is typed. What is typed lies beside the workbook from the first letter on, so that it outlives the
 * program; it becomes a change when its field is left, so that one field's typing is one step to be undone, and at once
 * when that is asked for. What is chosen and not typed becomes one after a moment. A new row is added as soon as it can be.
 */
#define TL_TYPE_DRAFT_KEEPER (tl_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (TlDraftKeeper, tl_draft_keeper, TL, DRAFT_KEEPER, GObject)

TlDraftKeeper *tl_draft_keeper_new         (TlDraft       *draft);
TlDraft       *tl_draft_keeper_get_draft   (TlDraftKeeper *self);
void           tl_draft_keeper_set_way     (TlDraftKeeper *self,
                                            const TlDraftWay *way);
void           tl_draft_keeper_set_place   (TlDraftKeeper *self,
                                            GtkWidget     *place);
GtkWidget     *tl_draft_keeper_get_typing  (TlDraftKeeper *self);
TlKeeping      tl_draft_keeper_get_keeping (TlDraftKeeper *self);
const char    *tl_draft_keeper_get_problem (TlDraftKeeper *self);
gboolean       tl_draft_keeper_is_empty    (TlDraftKeeper *self);
void           tl_draft_keeper_keep        (TlDraftKeeper *self);

G_END_DECLS
