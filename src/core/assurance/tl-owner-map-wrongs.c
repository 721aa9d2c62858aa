/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include <glib/gi18n-lib.h>

/* So many sentences are said of one node; nobody listens to more. */
#define MOST_TEXTS 3

/* Something that is wrong with a node. */
typedef struct
{
  guint node;
  guint order;
  TlSeverity severity;
  char *badge;
  char *text;
} Wrong;

static void
clear_wrong (gpointer data)
{
  Wrong *wrong = data;

  g_free (wrong->badge);
  g_free (wrong->text);
}

GArray *
tl_owner_map_new_wrongs (void)
{
  GArray *wrongs = g_array_new (FALSE, FALSE, sizeof (Wrong));

  g_array_set_clear_func (wrongs, clear_wrong);
  return wrongs;
}

void
tl_owner_map_add_wrong (TlOwnerMap *self,
                        guint       number,
                        TlSeverity  severity,
                        const char *badge,
                        const char *text)
{
  Wrong wrong = { number, self->wrongs->len, severity, g_strdup (badge), g_strdup (text) };

  g_array_append_val (self->wrongs, wrong);
}

/* By node, and there the gravest first; of equally grave ones what was found first. */
static int
compare_wrongs (gconstpointer a,
                gconstpointer b)
{
  const Wrong *wrong = a, *other = b;

  if (wrong->node != other->node)
    return wrong->node < other->node ? -1 : 1;
  if (wrong->severity != other->severity)
    return wrong->severity < other->severity ? -1 : 1;
  return wrong->order < other->order ? -1 : wrong->order > other->order;
}

/* The gravest is the badge, with how many other things are wrong; the sentences say them. */
static void
settle_node (TlOwnerMap  *self,
             const Wrong *wrongs,
             guint        n)
{
  TlMapNode *node = g_ptr_array_index (self->nodes, wrongs[0].node);
  g_autoptr (GHashTable) badges = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (wrongs[0].text);
  guint n_texts, n_badges;

  for (guint i = 0; i < n; i++)
    {
      g_hash_table_add (badges, wrongs[i].badge);
      if (!g_hash_table_add (texts, wrongs[i].text) || i == 0 || g_hash_table_size (texts) > MOST_TEXTS)
        continue;
      g_string_append_printf (text, " %s", wrongs[i].text);
    }
  n_texts = g_hash_table_size (texts);
  n_badges = g_hash_table_size (badges);
  if (n_texts > MOST_TEXTS)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u more thing is wrong here.",
                                                 "%u more things are wrong here.", n_texts - MOST_TEXTS), n_texts - MOST_TEXTS);
    }
  node->badge_severity = wrongs[0].severity;
  node->badge_text = g_string_free_and_steal (g_steal_pointer (&text));
  /* Translators: what is wrong, such as "overload", and how many other things are, such as "overload +2" */
  node->badge = n_badges > 1 ? g_strdup_printf (_("%1$s +%2$u"), wrongs[0].badge, n_badges - 1) : g_strdup (wrongs[0].badge);
}

void
tl_owner_map_settle_badges (TlOwnerMap *self)
{
  const Wrong *wrongs = (const Wrong *) (gpointer) self->wrongs->data;
  guint from = 0;

  g_array_sort (self->wrongs, compare_wrongs);
  for (guint i = 1; i <= self->wrongs->len; i++)
    {
      if (i < self->wrongs->len && wrongs[i].node == wrongs[from].node)
        continue;
      settle_node (self, wrongs + from, i - from);
      from = i;
    }
}
