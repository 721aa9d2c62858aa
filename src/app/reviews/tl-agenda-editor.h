/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-agenda.h"

G_BEGIN_DECLS

/**
 * TlAgendaEditor:
 *
 * The risks of an agenda, each with the reasons why it is there, in an order that can be changed: with buttons, or with
 * Alt+Up, Alt+Down and Delete.
 */
#define TL_TYPE_AGENDA_EDITOR (tl_agenda_editor_get_type ())
G_DECLARE_FINAL_TYPE (TlAgendaEditor, tl_agenda_editor, TL, AGENDA_EDITOR, AdwBin)

void      tl_agenda_editor_clear     (TlAgendaEditor *self);
void      tl_agenda_editor_add       (TlAgendaEditor *self,
                                      TlAgendaEntry  *entry);
gboolean  tl_agenda_editor_has       (TlAgendaEditor *self,
                                      const TlId     *risk);
GArray   *tl_agenda_editor_list      (TlAgendaEditor *self);
gboolean  tl_agenda_editor_is_edited (TlAgendaEditor *self);

G_END_DECLS
