/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-practice-book-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-format.h"

struct _TlPracticeBook
{
  GObject parent_instance;

  TlSnapshot *snapshot;
  TlPracticeCase *practice_case;
  GListStore *things;
  GHashTable *by_ref;
};

G_DEFINE_FINAL_TYPE (TlPracticeBook, tl_practice_book, G_TYPE_OBJECT)

static void
tl_practice_book_finalize (GObject *object)
{
  TlPracticeBook *self = TL_PRACTICE_BOOK (object);

  g_hash_table_unref (self->by_ref);
  g_object_unref (self->things);
  g_clear_object (&self->practice_case);
  g_clear_pointer (&self->snapshot, tl_snapshot_unref);

  G_OBJECT_CLASS (tl_practice_book_parent_class)->finalize (object);
}

static void
tl_practice_book_class_init (TlPracticeBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_practice_book_finalize;
}

static void
tl_practice_book_init (TlPracticeBook *self)
{
  self->things = g_list_store_new (TL_TYPE_PRACTICE_THING);
  self->by_ref = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * tl_practice_book_shows:
 * @table: a table
 * @field: (nullable): one of its fields, %NULL for the table itself
 *
 * This alone decides what of a case's workbook is seen before the debrief.
 *
 * Returns: whether a trainee may see it
 */
gboolean
tl_practice_book_shows (TlTable        table,
                        const TlField *field)
{
  if (table == TL_TABLE_ANSWER || table == TL_TABLE_ANSWERED_FINDING)
    return FALSE;
  return field == NULL || table != TL_TABLE_EVIDENCE
         || !(g_str_equal (field->column, "kind") || g_str_equal (field->column, "why_this_kind")
              || g_str_equal (field->column, "verdict"));
}

static void
line_free (gpointer data)
{
  TlPracticeLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line);
}

static void
take_line (GPtrArray  *lines,
           const char *label,
           char       *text)
{
  TlPracticeLine *line;

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  line = g_new0 (TlPracticeLine, 1);
  line->label = g_strdup (label);
  line->text = text;
  g_ptr_array_add (lines, line);
}

/* ── Which rows speak of which ────────────────────────────────────────────── */

static gboolean
lists (const TlFactsList *list,
       const TlFacts     *row)
{
  for (guint i = 0; i < list->n; i++)
    if (list->rows[i] == row)
      return TRUE;
  return FALSE;
}

static gboolean
names (const TlField *field,
       const TlFacts *row,
       TlTable        target,
       const TlFacts *named)
{
  gconstpointer member = (const char *) row + field->offset;

  if (field->type == TL_FIELD_WHO)
    return target == TL_TABLE_PERSON && (const TlFacts *) ((const TlWho *) member)->person == named;
  if (field->target != target)
    return FALSE;
  if (field->type == TL_FIELD_LINK)
    return *(const TlFacts * const *) member == named;
  return field->type == TL_FIELD_LINKS && lists (member, named);
}

/* By which of its fields a row names another one. */
static const TlField *
find_naming (TlTable        table,
             const TlFacts *row,
             TlTable        target,
             const TlFacts *named)
{
  const TlTableLayout *layout = tl_layout_get (table);

  for (guint i = 0; i < layout->n_fields; i++)
    if (tl_practice_book_shows (table, &layout->fields[i]) && names (&layout->fields[i], row, target, named))
      return &layout->fields[i];
  return NULL;
}

/* Readings are seen as charts and sums. */
static gboolean
is_thing (TlTable        table,
          const TlFacts *row)
{
  return row->ref != NULL && table != TL_TABLE_READING && tl_practice_book_shows (table, NULL);
}

/* ── Making it ────────────────────────────────────────────────────────────── */

static void
add_risks (TlPracticeBook  *self,
           TlPracticeThing *thing)
{
  TlTable table = tl_practice_thing_get_table (thing);
  const TlFacts *facts = tl_practice_thing_get_facts (thing);
  const TlPracticeExtract *extract = tl_practice_thing_get_extract (thing);

  for (guint i = 0; extract != NULL && extract->risks[i] != NULL; i++)
    tl_practice_thing_add_risk (thing, extract->risks[i]);
  if (table == TL_TABLE_RISK)
    tl_practice_thing_add_risk (thing, facts->ref);
  /* Places, people, forums and reviews are everybody's. */
  if (extract != NULL || table == TL_TABLE_PLACE || table == TL_TABLE_PERSON || table == TL_TABLE_FORUM || table == TL_TABLE_REVIEW)
    return;
  for (guint i = 0; i < tl_snapshot_count (self->snapshot, TL_TABLE_RISK); i++)
    {
      const TlFacts *risk = tl_snapshot_get (self->snapshot, TL_TABLE_RISK, i);

      if (find_naming (table, facts, TL_TABLE_RISK, risk) != NULL)
        tl_practice_thing_add_risk (thing, risk->ref);
    }
}

static void
take_thing (TlPracticeBook  *self,
            TlPracticeThing *thing)
{
  const char *ref = tl_practice_thing_get_ref (thing);

  add_risks (self, thing);
  /* In a case a ref means one thing; where it doesn't, the first is meant. */
  if (!g_hash_table_contains (self->by_ref, ref))
    g_hash_table_insert (self->by_ref, (gpointer) ref, thing);
  g_list_store_append (self->things, thing);
  g_object_unref (thing);
}

static void
add_text (GString    *words,
          const char *text)
{
  if (text != NULL)
    g_string_append_printf (words, "%s\n", text);
}

static void
find_words (TlPracticeBook  *self,
            TlPracticeThing *thing)
{
  g_autoptr (GPtrArray) lines = tl_practice_book_list_lines (self, thing);
  g_autoptr (GPtrArray) records = tl_practice_book_list_records (self, thing);
  GString *words = g_string_new (NULL);

  add_text (words, tl_practice_thing_get_ref (thing));
  add_text (words, tl_practice_thing_get_title (thing));
  for (guint i = 0; i < lines->len; i++)
    add_text (words, ((const TlPracticeLine *) g_ptr_array_index (lines, i))->text);
  for (guint i = 0; i < records->len; i++)
    add_text (words, ((const TlPracticeLine *) g_ptr_array_index (records, i))->text);
  tl_practice_thing_take_words (thing, g_string_free (words, FALSE));
}

/**
 * tl_practice_book_new:
 * @practice_case: a case
 * @assessment: what is concluded of its workbook, of which only the facts are taken
 *
 * Returns: (transfer full): what a trainee may see of it
 */
TlPracticeBook *
tl_practice_book_new (TlPracticeCase *practice_case,
                      TlAssessment   *assessment)
{
  static const TlTable order[] = {
    TL_TABLE_RISK, TL_TABLE_MEASURE, TL_TABLE_ACTION, TL_TABLE_EVIDENCE, TL_TABLE_REVIEW, TL_TABLE_WARNING_SIGN,
    TL_TABLE_LEARNING, TL_TABLE_PERSON, TL_TABLE_PLACE,
  };
  TlPracticeBook *self = g_object_new (TL_TYPE_PRACTICE_BOOK, NULL);

  self->snapshot = tl_snapshot_ref (tl_assessment_get_snapshot (assessment));
  self->practice_case = g_object_ref (practice_case);
  for (guint i = 0; i < G_N_ELEMENTS (order) + TL_N_TABLES; i++)
    {
      TlTable table = i < G_N_ELEMENTS (order) ? order[i] : i - G_N_ELEMENTS (order);
      gboolean again = FALSE;

      for (guint j = 0; i >= G_N_ELEMENTS (order) && j < G_N_ELEMENTS (order); j++)
        again |= order[j] == table;
      for (guint j = 0; !again && j < tl_snapshot_count (self->snapshot, table); j++)
        if (is_thing (table, tl_snapshot_get (self->snapshot, table, j)))
          take_thing (self, tl_practice_thing_new (table, tl_snapshot_get (self->snapshot, table, j), NULL));
    }
  for (guint i = 0; i < tl_practice_case_get_n_extracts (practice_case); i++)
    take_thing (self, tl_practice_thing_new (TL_NO_TABLE, NULL, tl_practice_case_get_extract (practice_case, i)));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->things)); i++)
    {
      g_autoptr (TlPracticeThing) thing = g_list_model_get_item (G_LIST_MODEL (self->things), i);

      find_words (self, thing);
    }
  return self;
}

/**
 * tl_practice_book_get_things:
 * @self: a book
 *
 * Returns: (transfer none): its [class@Tl.PracticeThing]s, those of a kind together
 */
GListModel *
tl_practice_book_get_things (TlPracticeBook *self)
{
  return G_LIST_MODEL (self->things);
}

/**
 * tl_practice_book_find:
 * @self: a book
 * @ref: a ref
 *
 * Returns: (transfer none) (nullable): what it names
 */
TlPracticeThing *
tl_practice_book_find (TlPracticeBook *self,
                       const char     *ref)
{
  return ref != NULL ? g_hash_table_lookup (self->by_ref, ref) : NULL;
}

/**
 * tl_practice_book_name:
 * @self: a book
 * @ref: a ref, or a source of evidence
 *
 * Returns: (transfer full): what it names, in words, with the ref
 */
char *
tl_practice_book_name (TlPracticeBook *self,
                       const char     *ref)
{
  TlPracticeThing *thing = tl_practice_book_find (self, ref);
  int source = 0;

  if (thing != NULL)
    return g_strdup_printf ("%s %s", ref, tl_practice_thing_get_title (thing));
  if (tl_word_find (TL_TYPE_SOURCE, ref, &source) && source != 0)
    return tl_format_capital (tl_word_label (TL_TYPE_SOURCE, source));
  return g_strdup (ref);
}

static void
add_extract_lines (TlPracticeBook          *self,
                   GPtrArray               *lines,
                   const TlPracticeExtract *extract)
{
  take_line (lines, _("Source"), tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) extract->source)));
  take_line (lines, _("From"), g_strdup (extract->from));
  take_line (lines, _("Date"), tl_format_day_long (extract->date));
  if (extract->place != NULL)
    take_line (lines, _("Place"), tl_practice_book_name (self, extract->place));
  take_line (lines, _("What it says"), g_strjoinv ("\n", (char **) extract->text));
}

/**
 * tl_practice_book_list_lines:
 * @self: a book
 * @thing: one of its things
 *
 * Returns: (transfer full) (element-type TlPracticeLine): what it says, line by line; what is empty is left out
 */
GPtrArray *
tl_practice_book_list_lines (TlPracticeBook  *self,
                             TlPracticeThing *thing)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  TlTable table = tl_practice_thing_get_table (thing);
  const TlTableLayout *layout;

  if (tl_practice_thing_get_extract (thing) != NULL)
    {
      add_extract_lines (self, lines, tl_practice_thing_get_extract (thing));
      return lines;
    }
  layout = tl_layout_get (table);
  for (guint i = 0; i < layout->n_fields; i++)
    if (tl_practice_book_shows (table, &layout->fields[i]) && !g_str_equal (layout->fields[i].column, "title"))
      take_line (lines, _(layout->fields[i].heading), tl_practice_say_field (&layout->fields[i], tl_practice_thing_get_facts (thing)));
  return lines;
}

/* A row that has no page of its own, in one text. */
static char *
say_record (TlTable        table,
            const TlFacts *row,
            const TlField *naming)
{
  const TlTableLayout *layout = tl_layout_get (table);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->n_fields; i++)
    {
      const TlField *field = &layout->fields[i];
      g_autofree char *value = field != naming && tl_practice_book_shows (table, field) ? tl_practice_say_field (field, row) : NULL;

      if (value != NULL && *value != '\0')
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", _(field->heading), value);
    }
  return g_string_free (text, FALSE);
}

/**
 * tl_practice_book_list_records:
 * @self: a book
 * @thing: one of its things
 *
 * Returns: (transfer full) (element-type TlPracticeLine): what the workbook records of it besides, sheet by sheet:
 *   ratings, parts, decisions …; readings aren't among it
 */
GPtrArray *
tl_practice_book_list_records (TlPracticeBook  *self,
                               TlPracticeThing *thing)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (line_free);
  const TlFacts *facts = tl_practice_thing_get_facts (thing);

  for (guint table = 0; facts != NULL && table < TL_N_TABLES; table++)
    for (guint i = 0; table != TL_TABLE_READING && tl_practice_book_shows (table, NULL) && i < tl_snapshot_count (self->snapshot, table); i++)
      {
        const TlFacts *row = tl_snapshot_get (self->snapshot, table, i);
        const TlField *naming = is_thing (table, row) ? NULL : find_naming (table, row, tl_practice_thing_get_table (thing), facts);

        if (naming != NULL)
          take_line (records, _(tl_layout_get (table)->sheet), say_record (table, row, naming));
      }
  return records;
}

/**
 * tl_practice_book_list_related:
 * @self: a book
 * @thing: one of its things
 *
 * Returns: (transfer full) (element-type TlPracticeThing): the things that name it or are named by it, in their order
 */
GPtrArray *
tl_practice_book_list_related (TlPracticeBook  *self,
                               TlPracticeThing *thing)
{
  GPtrArray *related = g_ptr_array_new_with_free_func (g_object_unref);
  const TlFacts *facts = tl_practice_thing_get_facts (thing);
  const TlPracticeExtract *extract = tl_practice_thing_get_extract (thing);
  TlTable table = tl_practice_thing_get_table (thing);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->things)); i++)
    {
      g_autoptr (TlPracticeThing) other = g_list_model_get_item (G_LIST_MODEL (self->things), i);
      const TlFacts *other_facts = tl_practice_thing_get_facts (other);
      gboolean related_to;

      if (extract != NULL)
        related_to = g_strv_contains (extract->risks, tl_practice_thing_get_ref (other))
                     || g_strcmp0 (extract->place, tl_practice_thing_get_ref (other)) == 0;
      else
        related_to = other_facts != NULL
                     && (find_naming (tl_practice_thing_get_table (other), other_facts, table, facts) != NULL
                         || find_naming (table, facts, tl_practice_thing_get_table (other), other_facts) != NULL);
      if (related_to)
        g_ptr_array_add (related, g_steal_pointer (&other));
    }
  return related;
}
