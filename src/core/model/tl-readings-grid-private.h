/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-readings-grid.h"

#include "tl-draft.h"

G_BEGIN_DECLS

/* A grid and its cells are in tl-readings-grid.c, which rows and columns it has in tl-readings-grid-shape.c, what becomes
 * of what is typed in tl-readings-grid-judging.c, how it is typed and taken back in tl-readings-grid-steps.c, what is pasted
 * in tl-readings-grid-paste.c, how all of it is kept in tl-readings-grid-keeping.c, and what is said of it in
 * tl-readings-grid-words.c. */

/**
 * TlReadingsColumn:
 * @places: the place, the shift and the staff group; all zeros for none
 * @title: what it is called
 *
 * What a column's readings are of.
 */
typedef struct
{
  TlId places[3];
  char *title;
} TlReadingsColumn;

/**
 * TlReadingsCell:
 * @column: its column
 * @reading: the reading that it shows, all zeros for none
 * @day: the day that its reading has, or will have
 * @first_day: the day that it began with
 * @text: what is typed
 * @first_text: what it began with
 * @problem: (nullable): why it can't be kept
 * @state: what would become of it
 *
 * A reading, or room for one.
 */
typedef struct
{
  const TlReadingsColumn *column;
  TlId reading;
  TlDay day;
  TlDay first_day;
  char *text;
  char *first_text;
  char *problem;
  TlReadingsState state;
} TlReadingsCell;

/**
 * TlReadingsRow:
 * @period: the number of its period
 * @nth: which of the period's rows it is, from 0
 * @cells: (element-type TlReadingsCell): a cell for each column
 *
 * A row of a grid.
 */
typedef struct
{
  int period;
  guint nth;
  GPtrArray *cells;
} TlReadingsRow;

struct _TlReadingsGrid
{
  GObject parent_instance;

  TlWorkbook *workbook;
  TlId measure;
  char *title;
  TlMeasureKind kind;
  TlPeriod period;
  /* Where in its period a reading mostly is: on its last day, or so many days behind its first. */
  gboolean usually_last;
  int usual_offset;

  int first_period;
  int last_period;
  GPtrArray *columns;
  /* From a column to where it stands, with 1 added. */
  GHashTable *places;
  GPtrArray *rows;
  guint counts[TL_READINGS_N_STATES];

  /* What was typed, step by step; the one that is being made, if any. */
  GPtrArray *done;
  GPtrArray *undone;
  GArray *step;
};

#define TL_READINGS_ROW(self, index) ((TlReadingsRow *) g_ptr_array_index ((self)->rows, index))
#define TL_READINGS_COLUMN(self, index) ((TlReadingsColumn *) g_ptr_array_index ((self)->columns, index))

void                  tl_readings_grid_load          (TlReadingsGrid       *self,
                                                      const TlMeasureFacts *measure);
const TlMeasureFacts *tl_readings_grid_find_measure  (TlReadingsGrid       *self);
guint                 tl_readings_grid_add_column    (TlReadingsGrid       *self,
                                                      const TlPlaceFacts   *place,
                                                      const TlPlaceFacts   *shift,
                                                      const TlPlaceFacts   *staff_group);
guint                 tl_readings_grid_add_row       (TlReadingsGrid       *self,
                                                      int                   period,
                                                      guint                 nth);
void                  tl_readings_grid_begin_at      (TlReadingsGrid       *self,
                                                      int                   period);
TlReadingsCell       *tl_readings_grid_get_cell      (TlReadingsGrid       *self,
                                                      guint                 row,
                                                      guint                 column);
gboolean              tl_readings_grid_has_cell      (TlReadingsGrid       *self,
                                                      guint                 row,
                                                      guint                 column);
TlDraft              *tl_readings_grid_make_draft    (TlReadingsGrid       *self,
                                                      const TlReadingsCell *cell,
                                                      char                **message);
void                  tl_readings_grid_put           (TlReadingsGrid       *self,
                                                      TlReadingsCell       *cell,
                                                      const char           *text,
                                                      TlDay                 day);
void                  tl_readings_grid_begin_step    (TlReadingsGrid       *self);
void                  tl_readings_grid_type          (TlReadingsGrid       *self,
                                                      guint                 row,
                                                      guint                 column,
                                                      const char           *text,
                                                      TlDay                 day);
void                  tl_readings_grid_end_step      (TlReadingsGrid       *self);
void                  tl_readings_grid_tell_changed  (TlReadingsGrid       *self);
void                  tl_readings_grid_tell_shape    (TlReadingsGrid       *self);

G_END_DECLS
