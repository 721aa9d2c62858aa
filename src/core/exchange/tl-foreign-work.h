/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-foreign-field-private.h"
#include "tl-foreign-mapping-private.h"
#include "tl-foreign-result.h"
#include "tl-foreign-split.h"
#include "tl-layout.h"

G_BEGIN_DECLS

/* How a spreadsheet that isn't ours becomes rows of our sheets, step by step:
 * tl-foreign-rows.c goes through its rows and tells the table's own from titles, headings, totals and notes,
 * tl-foreign-plan.c makes risks of them, tl-foreign-action.c actions, tl-foreign-log.c evidence and people,
 * tl-foreign-who.c and tl-foreign-place.c find out who and which place is meant, tl-foreign-split.c takes cells apart,
 * tl-foreign-out.c writes it down as our sheets. What is right or wrong, the import plan says. */

#define TL_FOREIGN_MOST_FIELDS 32

/**
 * TlForeignOut:
 * @table: which table
 * @ref: (nullable): its ref
 * @existing: (nullable): the row of the workbook that it is
 * @row: (transfer none): where it comes from
 * @cells: what is said of each field, %NULL where nothing is
 * @columns: which column said so, -1 for none
 * @doubtful: whether a problem was told of it
 *
 * A row of ours in the making.
 */
typedef struct
{
  TlTable table;
  char *ref;
  const TlFacts *existing;
  guint sheet;
  guint number;
  char *cells[TL_FOREIGN_MOST_FIELDS];
  int columns[TL_FOREIGN_MOST_FIELDS];
  gboolean doubtful;
} TlForeignOut;

/**
 * TlForeignCells:
 * @sheet: which sheet of the file
 * @number: the row's number
 * @columns: (array length=TL_FOREIGN_N_FIELDS): which column tells a field, -1 for none
 * @texts: (array length=n_columns): what is shown in each of its cells, merged ones filled in as far as they tell all rows
 *   the same
 * @own: (array length=n_columns): whether the text stands in the row itself
 * @section: the text of the latest row that is a heading within the table, "" for none
 *
 * A row of a table that isn't ours.
 */
typedef struct
{
  guint sheet;
  guint number;
  guint n_columns;
  int columns[TL_FOREIGN_N_FIELDS];
  const char **texts;
  gboolean *own;
  const char *section;
} TlForeignCells;

/**
 * TlForeignWork:
 *
 * A result in the making.
 */
typedef struct
{
  TlForeignBook *book;
  GCancellable *cancellable;
  const TlForeignMapping *mapping;
  TlSnapshot *existing;
  TlForeignResult *result;
  TlSheets *sheets;
  GPtrArray *outs[TL_N_TABLES];
  GHashTable *words;
  GHashTable *seen_rows;
  GHashTable *refs;
  guint next_ref[TL_N_TABLES];
  GHashTable *claimed;
  GPtrArray *people;
  GHashTable *places;
  GHashTable *said;
  GPtrArray *risks;
  GHashTable *risk_index;
  GHashTable *existing_risks;
  GHashTable *legend;
} TlForeignWork;

typedef void (*TlForeignRowFunc) (TlForeignWork        *work,
                                  const TlForeignCells *cells,
                                  gpointer              data);

/* tl-foreign-work.c */
void          tl_foreign_work_begin    (TlForeignWork          *work);
void          tl_foreign_work_end      (TlForeignWork          *work);
const char   *tl_foreign_work_look_up  (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field,
                                        const char             *word,
                                        const char             *guess);
void          tl_foreign_work_tell     (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field,
                                        const char             *message);
void          tl_foreign_work_note     (TlForeignWork          *work,
                                        char                   *note);
char         *tl_foreign_work_make_ref (TlForeignWork          *work,
                                        TlTable                 table,
                                        const char             *wanted);
gboolean      tl_foreign_work_claim    (TlForeignWork          *work,
                                        const TlFacts          *facts);
gboolean      tl_foreign_is_alike      (const char             *a,
                                        const char             *b);
const char   *tl_foreign_cells_get     (const TlForeignCells   *cells,
                                        TlForeignField          field);
gboolean      tl_foreign_cells_is_own  (const TlForeignCells   *cells,
                                        TlForeignField          field);

char         *tl_foreign_read_day      (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field,
                                        const char             *text,
                                        gboolean                deadline,
                                        char                  **kept);
char         *tl_foreign_write_day     (TlDay                   day);
void          tl_foreign_keep_word     (char                  **kept,
                                        const char             *word);

/* tl-foreign-out.c */
TlForeignOut *tl_foreign_out_add       (TlForeignWork          *work,
                                        TlTable                 table,
                                        const TlFacts          *existing,
                                        const char             *wanted_ref,
                                        const TlForeignCells   *cells);
void          tl_foreign_out_free      (TlForeignOut           *self);
void          tl_foreign_out_set       (TlForeignOut           *self,
                                        const char             *column,
                                        const char             *text,
                                        int                     from);
const char   *tl_foreign_out_get       (const TlForeignOut     *self,
                                        const char             *column);
void          tl_foreign_out_append    (TlForeignOut           *self,
                                        const char             *column,
                                        const char             *text,
                                        const char             *between,
                                        int                     from);
void          tl_foreign_out_finish    (TlForeignWork          *work);

/* tl-foreign-who.c */
void          tl_foreign_who_begin     (TlForeignWork          *work);
void          tl_foreign_who_end       (TlForeignWork          *work);
GPtrArray    *tl_foreign_who_find      (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field,
                                        const char             *text,
                                        char                  **kept);
void          tl_foreign_who_expect    (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field);
const char   *tl_foreign_who_name      (TlForeignWork          *work,
                                        const char             *name);
void          tl_foreign_who_add       (TlForeignWork          *work,
                                        TlForeignOut           *person,
                                        const char             *name,
                                        const char             *role);
const char   *tl_foreign_place_find    (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignField          field,
                                        const char             *text,
                                        char                  **kept);

const char   *tl_foreign_place_of_sheet (TlForeignWork         *work,
                                        const TlForeignCells   *cells);

/* tl-foreign-rows.c */
void          tl_foreign_rows_walk     (TlForeignWork          *work,
                                        guint                   sheet,
                                        gboolean                tell,
                                        TlForeignRowFunc        function,
                                        gpointer                data);

GHashTable   *tl_foreign_rows_explain  (TlForeignWork          *work,
                                        guint                   sheet);

/* tl-foreign-plan.c */
typedef struct
{
  TlForeignOut *out;
  char *title;
  char *written_ref;
  char *place;
} TlForeignRisk;

void          tl_foreign_plan_add      (TlForeignWork          *work,
                                        guint                   sheet);

/* tl-foreign-risk.c, -risk-fields.c, -rating.c, -owner.c */
void          tl_foreign_risks_begin   (TlForeignWork          *work);
TlForeignRisk *tl_foreign_risk_add     (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        const char             *text,
                                        const char             *written_ref,
                                        int                     from);
void          tl_foreign_risk_free     (TlForeignRisk          *risk);
TlForeignRisk *tl_foreign_risk_find    (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        const char             *title,
                                        const char             *written_ref);
char         *tl_foreign_risk_make_title (const char           *text);
void          tl_foreign_risk_keep     (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk,
                                        TlForeignField          field,
                                        const char             *kept);
void          tl_foreign_risk_set      (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk,
                                        TlForeignField          field,
                                        const char             *text);
void          tl_foreign_risk_tell     (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk);
void          tl_foreign_rating_add    (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk);
void          tl_foreign_owner_add     (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk);

/* tl-foreign-progress.c */
void          tl_foreign_progress_add  (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk,
                                        const GPtrArray        *latest);

/* tl-foreign-action.c */
void          tl_foreign_actions_add   (TlForeignWork          *work,
                                        const TlForeignCells   *cells,
                                        TlForeignRisk          *risk,
                                        GPtrArray              *latest);

/* tl-foreign-log.c */
void          tl_foreign_evidence_add  (TlForeignWork          *work,
                                        guint                   sheet);
void          tl_foreign_people_add    (TlForeignWork          *work,
                                        guint                   sheet);

G_END_DECLS
