/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-conflict-item.h"
#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlConflictPerson:
 * @id: who
 * @name: the name that they gave
 * @n_conflicts: how many conflicts they have a side in
 *
 * Somebody whose side can be taken.
 */
typedef struct
{
  TlId id;
  char *name;
  guint n_conflicts;
} TlConflictPerson;

void        tl_conflict_person_free           (TlConflictPerson     *self);

/* What two people changed differently, and its settling. The commands are finished by tl_workbook_apply_finish(). */

guint       tl_workbook_get_n_conflicts       (TlWorkbook           *self);
GListModel *tl_workbook_get_conflicts         (TlWorkbook           *self);
GPtrArray  *tl_workbook_list_conflict_people  (TlWorkbook           *self);
void        tl_workbook_settle_async          (TlWorkbook           *self,
                                               TlConflictItem       *item,
                                               const TlValue        *value,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void        tl_workbook_settle_for_async      (TlWorkbook           *self,
                                               const TlId           *person,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);

G_END_DECLS
