/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"

#include "test-store.h"

/* Enough for a change to be worth its transaction, few enough for its edits to stay in memory easily. */
#define ROWS_PER_CHANGE 20000

static void
flush (BenchRows *self)
{
  if (self->n_pending > 0)
    test_store_apply (self->store, self->change);
  g_clear_pointer (&self->change, tl_change_unref);
  self->n_pending = 0;
}

void
bench_rows_begin (BenchRows *self,
                  TlStore   *store,
                  guint32    seed)
{
  *self = (BenchRows) { .store = store, .random = g_rand_new_with_seed (seed) };
}

void
bench_rows_end (BenchRows *self)
{
  flush (self);
  g_clear_pointer (&self->random, g_rand_free);
}

static void
begin_row (BenchRows  *self,
           const char *table,
           const TlId *row)
{
  if (self->n_pending >= ROWS_PER_CHANGE)
    flush (self);
  if (self->change == NULL)
    self->change = tl_change_new (TL_CHANGE_KIND_IMPORT);
  tl_change_add_row (self->change, table, row);
  self->n_pending++;
}

static const char *
get_name (BenchRows *self)
{
  return tl_layout_get (self->table)->name;
}

TlId
bench_rows_add (BenchRows  *self,
                TlTable     table,
                const char *letter,
                guint       number)
{
  self->table = table;
  self->row = tl_id_source_make_id (tl_store_get_ids (self->store));
  begin_row (self, get_name (self), &self->row);
  if (letter != NULL)
    bench_rows_text (self, "ref", "%s%u", letter, number);
  return self->row;
}

void
bench_rows_setting (BenchRows  *self,
                    const char *key,
                    const char *value)
{
  TlId row = tl_setting_get_id (tl_store_get_document (self->store), key);

  begin_row (self, TL_SETTING_TABLE, &row);
  tl_change_set_text (self->change, TL_SETTING_TABLE, &row, TL_SETTING_KEY, key);
  tl_change_set_text (self->change, TL_SETTING_TABLE, &row, TL_SETTING_VALUE, value);
}

void
bench_rows_text (BenchRows  *self,
                 const char *column,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tl_change_set_text (self->change, get_name (self), &self->row, column, text);
}

void
bench_rows_word (BenchRows  *self,
                 const char *column,
                 int         value)
{
  const TlField *field = tl_layout_find_field (self->table, column);

  tl_change_set_text (self->change, get_name (self), &self->row, column, tl_word_get (field->words (), value));
}

void
bench_rows_day (BenchRows  *self,
                const char *column,
                TlDay       day)
{
  tl_change_set_day (self->change, get_name (self), &self->row, column, day);
}

void
bench_rows_whole (BenchRows  *self,
                  const char *column,
                  int         value)
{
  TlValue whole = { .type = TL_VALUE_INTEGER, .integer = value };

  tl_change_set (self->change, get_name (self), &self->row, column, &whole);
}

void
bench_rows_number (BenchRows  *self,
                   const char *column,
                   double      value)
{
  TlValue number = { .type = TL_VALUE_REAL, .real = value };

  tl_change_set (self->change, get_name (self), &self->row, column, &number);
}

void
bench_rows_link (BenchRows  *self,
                 const char *column,
                 const TlId *target)
{
  tl_change_set_id (self->change, get_name (self), &self->row, column, target);
}

/* A pair is a row too, and always in the same change as the row whose list it is in. */
void
bench_rows_list (BenchRows  *self,
                 const char *column,
                 const TlId *target)
{
  const TlField *field = tl_layout_find_field (self->table, column);
  g_autofree char *pairs = tl_field_get_pairs (self->table, field);
  TlId pair = tl_field_get_pair_id (self->table, field, &self->row, target);

  tl_change_add_row (self->change, pairs, &pair);
  tl_change_set_id (self->change, pairs, &pair, get_name (self), &self->row);
  tl_change_set_id (self->change, pairs, &pair, tl_layout_get (field->target)->name, target);
  self->n_pending++;
}

guint
bench_rows_pick (BenchRows *self,
                 guint      n)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

gboolean
bench_rows_chance (BenchRows *self,
                   guint      percent)
{
  return bench_rows_pick (self, 100) < percent;
}
