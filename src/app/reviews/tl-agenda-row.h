/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tl-id.h"

G_BEGIN_DECLS

/**
 * TlAgendaItemKind:
 * @TL_AGENDA_ITEM_LAST: what the last review decided
 * @TL_AGENDA_ITEM_RISK: a risk
 * @TL_AGENDA_ITEM_REST: anything else, and the end
 *
 * What stands on the agenda of a meeting.
 */
typedef enum
{
  TL_AGENDA_ITEM_LAST,
  TL_AGENDA_ITEM_RISK,
  TL_AGENDA_ITEM_REST,
} TlAgendaItemKind;

/**
 * TlAgendaRow:
 *
 * An item of a meeting's agenda: what it is, what came of it, and whether it was looked at.
 */
#define TL_TYPE_AGENDA_ROW (tl_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAgendaRow, tl_agenda_row, TL, AGENDA_ROW, GtkListBoxRow)

GtkWidget       *tl_agenda_row_new      (TlAgendaItemKind  kind,
                                         const TlId       *risk);
void             tl_agenda_row_show     (TlAgendaRow      *self,
                                         const char       *title,
                                         const char       *short_title,
                                         const char       *caption,
                                         gboolean          done);
TlAgendaItemKind tl_agenda_row_get_kind (TlAgendaRow      *self);
const TlId      *tl_agenda_row_get_risk (TlAgendaRow      *self);
const char      *tl_agenda_row_get_title (TlAgendaRow     *self);
const char      *tl_agenda_row_get_short_title (TlAgendaRow *self);
gboolean         tl_agenda_row_is_done  (TlAgendaRow      *self);

G_END_DECLS
