/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-readings-sheet.h"

G_BEGIN_DECLS

/**
 * TlReadingsDialog:
 *
 * The readings of a measure, typed or pasted into a sheet and kept at once.
 */
#define TL_TYPE_READINGS_DIALOG (tl_readings_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingsDialog, tl_readings_dialog, TL, READINGS_DIALOG, AdwDialog)

void             tl_readings_dialog_present   (GtkWidget        *from,
                                               TlWorkbook       *workbook,
                                               const TlId       *measure);
TlReadingsGrid  *tl_readings_dialog_get_grid  (TlReadingsDialog *self);
TlReadingsSheet *tl_readings_dialog_get_sheet (TlReadingsDialog *self);

G_END_DECLS
