/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-snapshot-private.h"

#include <glib/gi18n-lib.h>

#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (TlSnapshot, tl_snapshot, tl_snapshot_ref, tl_snapshot_unref)

/* The settings that are whole or broken numbers. */
typedef struct
{
  const char *key;
  gsize offset;
  gboolean whole;
  double standard;
  double least;
  double most;
} Setting;

#define WHOLE(key, member, standard, least, most) \
  { key, G_STRUCT_OFFSET (TlSettings, member), TRUE, standard, least, most }
#define NUMBER(key, member, standard, least, most) \
  { key, G_STRUCT_OFFSET (TlSettings, member), FALSE, standard, least, most }
#define KEY_SCREEN_OUTLIERS "Screen outliers"

static const Setting settings[] = {
  WHOLE ("Latest window", latest_window, 3, 1, 104),
  WHOLE ("Overload risks", overload_risks, 5, 1, 1000),
  WHOLE ("Overload high risks", overload_high_risks, 3, 1, 1000),
  WHOLE ("Review high days", review_high_days, 14, 1, 366),
  WHOLE ("Review medium days", review_medium_days, 31, 1, 366),
  WHOLE ("Review low days", review_low_days, 92, 1, 366),
  NUMBER ("Gap points", gap_points, 5, 0, 100),
  NUMBER ("Gap percent", gap_percent, 20, 0, 100),
};

static gboolean
read_number (const char    *text,
             const Setting *setting,
             double        *number)
{
  char *end = NULL;
  double read = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(read >= setting->least && read <= setting->most))
    return FALSE;
  if (setting->whole && read != (int) read)
    return FALSE;
  *number = read;
  return TRUE;
}

TlSnapshot *
tl_snapshot_new (const TlId *document)
{
  TlSnapshot *self = g_new0 (TlSnapshot, 1);

  g_atomic_ref_count_init (&self->references);
  self->document = *document;
  self->arena = tl_arena_new ();
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      self->tables[table].rows = g_ptr_array_new ();
      self->tables[table].by_id = g_hash_table_new (tl_id_hash, tl_id_equal);
      self->tables[table].by_ref = g_hash_table_new (g_str_hash, g_str_equal);
    }
  return self;
}

void
tl_snapshot_read_settings (TlSnapshot *self)
{
  const char *text = g_hash_table_lookup (self->keys, TL_KEY_TODAY);
  int screen = TL_FLAG_YES;

  if (text != NULL)
    tl_day_from_iso (text, &self->today);

  text = g_hash_table_lookup (self->keys, KEY_SCREEN_OUTLIERS);
  if (text != NULL)
    tl_word_find (TL_TYPE_FLAG, text, &screen);
  self->settings.screen_outliers = screen == TL_FLAG_YES;

  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      double number = settings[i].standard;

      text = g_hash_table_lookup (self->keys, settings[i].key);
      if (text != NULL)
        read_number (text, &settings[i], &number);
      if (settings[i].whole)
        G_STRUCT_MEMBER (int, &self->settings, settings[i].offset) = (int) number;
      else
        G_STRUCT_MEMBER (double, &self->settings, settings[i].offset) = number;
    }
}

/**
 * tl_snapshot_ref:
 * @self: a snapshot
 *
 * Returns: (transfer full): the same snapshot, held once more
 */
TlSnapshot *
tl_snapshot_ref (TlSnapshot *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * tl_snapshot_unref:
 * @self: (transfer full): a snapshot
 *
 * Lets go of a snapshot; the last to do so frees it with all its facts.
 */
void
tl_snapshot_unref (TlSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (TlTable table = 0; table < TL_N_TABLES; table++)
    {
      g_ptr_array_unref (self->tables[table].rows);
      g_hash_table_unref (self->tables[table].by_id);
      g_hash_table_unref (self->tables[table].by_ref);
    }
  for (TlTable table = 0; table < TL_N_TABLES; table++)
    g_clear_pointer (&self->gone[table], g_hash_table_unref);
  g_clear_pointer (&self->pairs, g_hash_table_unref);
  g_hash_table_unref (self->keys);
  g_clear_pointer (&self->attached, g_array_unref);
  tl_arena_free (self->arena);
  g_free (self);
}

/**
 * tl_snapshot_get_document:
 * @self: a snapshot
 *
 * Returns: (transfer none): the document's id
 */
const TlId *
tl_snapshot_get_document (const TlSnapshot *self)
{
  return &self->document;
}

/**
 * tl_snapshot_get_head:
 * @self: a snapshot
 *
 * Returns: (transfer none) (nullable): the change that it has everything up to, %NULL when it comes from no history
 */
const TlDigest *
tl_snapshot_get_head (const TlSnapshot *self)
{
  return self->has_head ? &self->head : NULL;
}

/**
 * tl_snapshot_is_shared:
 * @self: a snapshot
 *
 * Returns: whether somebody else holds it too
 */
gboolean
tl_snapshot_is_shared (TlSnapshot *self)
{
  return !g_atomic_ref_count_compare (&self->references, 1);
}

/**
 * tl_snapshot_get_provider:
 * @self: a snapshot
 *
 * Returns: the provider's name, "" when it hasn't been given
 */
const char *
tl_snapshot_get_provider (const TlSnapshot *self)
{
  const char *provider = tl_snapshot_get_key (self, TL_KEY_PROVIDER);

  return provider != NULL ? provider : "";
}

/**
 * tl_snapshot_get_framework:
 * @self: a snapshot
 *
 * Returns: (nullable): the name of the assessment framework that the workbook follows
 */
const char *
tl_snapshot_get_framework (const TlSnapshot *self)
{
  return tl_snapshot_get_key (self, TL_KEY_FRAMEWORK);
}

/**
 * tl_snapshot_get_today:
 * @self: a snapshot
 *
 * Returns: the day that stands for the computer's date, %TL_NO_DAY except in samples and practice cases
 */
TlDay
tl_snapshot_get_today (const TlSnapshot *self)
{
  return self->today;
}

/**
 * tl_snapshot_get_settings:
 * @self: a snapshot
 *
 * Returns: (transfer none): the workbook's settings, the standard ones where it has none of its own
 */
const TlSettings *
tl_snapshot_get_settings (const TlSnapshot *self)
{
  return &self->settings;
}

/**
 * tl_snapshot_get_key:
 * @self: a snapshot
 * @key: a key of the Workbook sheet
 *
 * Returns: (nullable): its value as it is kept, %NULL when it hasn't been given
 */
const char *
tl_snapshot_get_key (const TlSnapshot *self,
                     const char       *key)
{
  return g_hash_table_lookup (self->keys, key);
}

/**
 * tl_snapshot_count:
 * @self: a snapshot
 * @table: a table
 *
 * Returns: how many rows it has
 */
guint
tl_snapshot_count (const TlSnapshot *self,
                   TlTable           table)
{
  return self->tables[table].rows->len;
}

/**
 * tl_snapshot_get:
 * @self: a snapshot
 * @table: a table
 * @index: from 0 to one less than its count
 *
 * Returns: (transfer none): the facts of that row, in the table's order
 */
gconstpointer
tl_snapshot_get (const TlSnapshot *self,
                 TlTable           table,
                 guint             index)
{
  g_return_val_if_fail (index < self->tables[table].rows->len, NULL);

  return g_ptr_array_index (self->tables[table].rows, index);
}

/**
 * tl_snapshot_find:
 * @self: a snapshot
 * @table: a table
 * @id: a row's id
 *
 * Returns: (transfer none) (nullable): the facts of that row
 */
gconstpointer
tl_snapshot_find (const TlSnapshot *self,
                  TlTable           table,
                  const TlId       *id)
{
  return g_hash_table_lookup (self->tables[table].by_id, id);
}

/**
 * tl_snapshot_find_ref:
 * @self: a snapshot
 * @table: a table
 * @ref: a row's ref
 *
 * Returns: (transfer none) (nullable): the facts of the first row with that ref
 */
gconstpointer
tl_snapshot_find_ref (const TlSnapshot *self,
                      TlTable           table,
                      const char       *ref)
{
  return g_hash_table_lookup (self->tables[table].by_ref, ref);
}

/**
 * tl_facts_compare_refs:
 * @a: (nullable): a ref, or another short text
 * @b: (nullable): another one
 *
 * Compares as people count: R2 comes before R10, whatever the language; nothing comes last.
 *
 * Returns: less than, equal to or greater than zero
 */
int
tl_facts_compare_refs (const char *a,
                       const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          gsize zeros_a = strspn (a, "0"), zeros_b = strspn (b, "0");
          gsize digits_a = strspn (a + zeros_a, "0123456789"), digits_b = strspn (b + zeros_b, "0123456789");
          int order = digits_a != digits_b ? (digits_a < digits_b ? -1 : 1)
                                           : strncmp (a + zeros_a, b + zeros_b, digits_a);

          if (order != 0)
            return order;
          a += zeros_a + digits_a;
          b += zeros_b + digits_b;
        }
      else
        {
          int order = g_ascii_tolower (*a) - g_ascii_tolower (*b);

          if (order != 0)
            return order;
          a++;
          b++;
        }
    }
  return (guchar) *a - (guchar) *b;
}

/**
 * tl_snapshot_list_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys that the Workbook sheet may have
 */
const char * const *
tl_snapshot_list_keys (void)
{
  static const char *keys[4 + G_N_ELEMENTS (settings) + 1] = {
    TL_KEY_PROVIDER, TL_KEY_FRAMEWORK, TL_KEY_TODAY, KEY_SCREEN_OUTLIERS,
  };
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
        keys[4 + i] = settings[i].key;
      g_once_init_leave (&filled, 1);
    }
  return keys;
}

/**
 * tl_snapshot_check_key:
 * @key: a key of the Workbook sheet, as [func@Tl.snapshot_list_keys] gives it
 * @value: a value for it
 * @expected: (out) (transfer full): what is expected instead, as in "a day such as 2026-03-31"
 *
 * Returns: whether the key may have this value; @expected is only set if not
 */
gboolean
tl_snapshot_check_key (const char  *key,
                       const char  *value,
                       char       **expected)
{
  TlDay day;
  int flag;
  double number;

  if (strcmp (key, TL_KEY_TODAY) == 0 && !tl_day_from_iso (value, &day))
    *expected = g_strdup (_("a day such as 2026-03-31"));
  else if (strcmp (key, KEY_SCREEN_OUTLIERS) == 0 && !tl_word_find (TL_TYPE_FLAG, value, &flag))
    *expected = g_strdup (_("yes or no"));
  else
    {
      for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
        {
          if (strcmp (key, settings[i].key) != 0 || read_number (value, &settings[i], &number))
            continue;
          *expected = g_strdup_printf (settings[i].whole ? _("a whole number from %g to %g") : _("a number from %g to %g"),
                                       settings[i].least, settings[i].most);
          return FALSE;
        }
      return TRUE;
    }
  return FALSE;
}
