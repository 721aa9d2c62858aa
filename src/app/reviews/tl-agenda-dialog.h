/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlAgendaDialog:
 *
 * Changes the agenda of a review that has been started: what is taken up besides, what is left, and in which order. It
 * edits a copy, and keeps it as one change.
 */
#define TL_TYPE_AGENDA_DIALOG (tl_agenda_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlAgendaDialog, tl_agenda_dialog, TL, AGENDA_DIALOG, AdwDialog)

TlAgendaDialog *tl_agenda_dialog_new (TlWorkbook *workbook,
                                      const TlId *review);

G_END_DECLS
