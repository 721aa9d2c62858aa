/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "tl-kept-copy.h"

G_BEGIN_DECLS

/**
 * TlKeptRow:
 *
 * What was left on this computer of one workbook: whose it is, where its file was, when it was edited, how many changes
 * that file hasn't, and what can be done about it.
 */
#define TL_TYPE_KEPT_ROW (tl_kept_row_get_type ())
G_DECLARE_FINAL_TYPE (TlKeptRow, tl_kept_row, TL, KEPT_ROW, AdwActionRow)

GtkWidget  *tl_kept_row_new              (TlKeptCopy *kept);
TlKeptCopy *tl_kept_row_get_kept         (TlKeptRow  *self);

char       *tl_kept_row_describe_name    (TlKeptCopy *kept);
char       *tl_kept_row_describe_changes (TlKeptCopy *kept);
char       *tl_kept_row_describe_file    (GFile      *file);

G_END_DECLS
