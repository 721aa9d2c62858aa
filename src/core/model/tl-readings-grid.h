/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-workbook.h"

G_BEGIN_DECLS

/**
 * TlReadingsState:
 * @TL_READINGS_KEPT: as it is in the workbook
 * @TL_READINGS_ADDED: a reading that is to be added
 * @TL_READINGS_CHANGED: one that is to be different
 * @TL_READINGS_REMOVED: one that is to go
 * @TL_READINGS_WRONG: what is typed there can't be kept
 *
 * What would become of a cell.
 */
typedef enum
{
  TL_READINGS_KEPT,
  TL_READINGS_ADDED,
  TL_READINGS_CHANGED,
  TL_READINGS_REMOVED,
  TL_READINGS_WRONG,
} TlReadingsState;

#define TL_READINGS_N_STATES (TL_READINGS_WRONG + 1)

/**
 * TlReadingsGrid:
 *
 * The readings of a measure as a sheet that can be typed and pasted into: a row for each of the measure's periods, the
 * latest last, a column for each place, shift or staff group that is measured. What is typed is kept however wrong it is,
 * with the reason, and all of it becomes one change.
 *
 * A new reading gets the day of its period on which the measure's readings mostly are, the last one when there are none;
 * never one to come, nor one on which its place wasn't there while there is a better one. A period in which a place has
 * several readings has as many rows.
 *
 * It belongs to the main thread, and keeps nothing of the snapshot that it was made from.
 */
#define TL_TYPE_READINGS_GRID (tl_readings_grid_get_type ())
G_DECLARE_FINAL_TYPE (TlReadingsGrid, tl_readings_grid, TL, READINGS_GRID, GObject)

TlReadingsGrid  *tl_readings_grid_new              (TlWorkbook           *workbook,
                                                    const TlId           *measure);
const char      *tl_readings_grid_get_title        (TlReadingsGrid       *self);
TlMeasureKind    tl_readings_grid_get_kind         (TlReadingsGrid       *self);
guint            tl_readings_grid_get_n_rows       (TlReadingsGrid       *self);
guint            tl_readings_grid_get_n_columns    (TlReadingsGrid       *self);
char            *tl_readings_grid_title_row        (TlReadingsGrid       *self,
                                                    guint                 row);
const char      *tl_readings_grid_title_column     (TlReadingsGrid       *self,
                                                    guint                 column);
void             tl_readings_grid_find_start       (TlReadingsGrid       *self,
                                                    guint                *row,
                                                    guint                *column);
gboolean         tl_readings_grid_show_earlier     (TlReadingsGrid       *self);
void             tl_readings_grid_add_place        (TlReadingsGrid       *self,
                                                    const TlId           *place);

/* Cells. */
const char      *tl_readings_grid_get_text         (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column);
TlReadingsState  tl_readings_grid_get_state        (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column);
const char      *tl_readings_grid_get_problem      (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column);
char            *tl_readings_grid_name_cell        (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column);
char            *tl_readings_grid_explain_cell     (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column);
gboolean         tl_readings_grid_find_wrong       (TlReadingsGrid       *self,
                                                    guint                *row,
                                                    guint                *column);

/* Typing. */
void             tl_readings_grid_set_text         (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column,
                                                    const char           *text);
void             tl_readings_grid_empty            (TlReadingsGrid       *self,
                                                    guint                 first_row,
                                                    guint                 first_column,
                                                    guint                 last_row,
                                                    guint                 last_column);
char            *tl_readings_grid_copy             (TlReadingsGrid       *self,
                                                    guint                 first_row,
                                                    guint                 first_column,
                                                    guint                 last_row,
                                                    guint                 last_column);
char            *tl_readings_grid_paste            (TlReadingsGrid       *self,
                                                    guint                 row,
                                                    guint                 column,
                                                    const char           *text);
gboolean         tl_readings_grid_undo             (TlReadingsGrid       *self);
gboolean         tl_readings_grid_redo             (TlReadingsGrid       *self);

/* Keeping it. */
guint            tl_readings_grid_count            (TlReadingsGrid       *self,
                                                    TlReadingsState       state);
char            *tl_readings_grid_describe         (TlReadingsGrid       *self);
gboolean         tl_readings_grid_is_changed       (TlReadingsGrid       *self);
TlChange        *tl_readings_grid_make_change      (TlReadingsGrid       *self);
void             tl_readings_grid_save_async       (TlReadingsGrid       *self,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
gboolean         tl_readings_grid_save_finish      (TlReadingsGrid       *self,
                                                    GAsyncResult         *result,
                                                    gboolean             *changed,
                                                    GError              **error);

G_END_DECLS
