/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

/* How many refs a caption names. */
#define MOST_REFS 3

void
tl_map_node_free (TlMapNode *node)
{
  g_free (node->title);
  g_free (node->caption);
  g_free (node->badge);
  g_free (node->badge_text);
  g_free (node);
}

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

guint
tl_owner_map_add_node (TlOwnerMap  *self,
                       TlMapColumn  column,
                       const char  *title,
                       char        *caption)
{
  TlMapNode *node = g_new0 (TlMapNode, 1);

  node->column = column;
  node->title = g_strdup (title);
  node->caption = caption;
  g_ptr_array_add (self->nodes, node);
  return self->nodes->len - 1;
}

/* What a node is, for finding it again: a person, a source, or, with neither, what is missing in a column. */
typedef struct
{
  TlMapColumn column;
  gconstpointer person;
  TlSource source;
  gboolean flat;
  const char *missing;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->person) * 31 + (guint) key->source * 8 + (guint) key->column * 2 + (guint) key->flat
         + (key->missing != NULL ? g_str_hash (key->missing) : 0);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *key = a, *other = b;

  return key->column == other->column && key->person == other->person && key->source == other->source
         && key->flat == other->flat && g_strcmp0 (key->missing, other->missing) == 0;
}

/* What a gap is for. */
typedef struct
{
  guint node;
  guint n_risks;
  const char *latest;
} Gap;

static gboolean
find (TlOwnerMap *self,
      const Key  *key,
      guint      *number)
{
  gpointer found;

  if (!g_hash_table_lookup_extended (self->found, key, NULL, &found))
    return FALSE;
  *number = GPOINTER_TO_UINT (found);
  return TRUE;
}

static void
keep (TlOwnerMap *self,
      const Key  *key,
      guint       number)
{
  g_hash_table_insert (self->found, g_memdup2 (key, sizeof *key), GUINT_TO_POINTER (number));
}

void
tl_owner_map_begin (TlOwnerMap *self)
{
  self->found = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
  self->joined = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  self->wrongs = tl_owner_map_new_wrongs ();
}

guint
tl_owner_map_find_person (TlOwnerMap          *self,
                          TlMapColumn          column,
                          const TlPersonFacts *person,
                          gboolean             flat)
{
  Key key = { column, person, TL_SOURCE_NONE, flat, NULL };
  guint number;

  return find (self, &key, &number) ? number : TL_NO_NODE;
}

static guint
add_person (TlOwnerMap          *self,
            TlMapColumn          column,
            const TlPersonFacts *person,
            gboolean             flat,
            const char          *title)
{
  Key key = { column, person, TL_SOURCE_NONE, flat, NULL };
  guint number = tl_owner_map_add_node (self, column, title, NULL);

  get_node (self, number)->person = person;
  get_node (self, number)->flat = flat;
  keep (self, &key, number);
  return number;
}

guint
tl_owner_map_take_person (TlOwnerMap          *self,
                          TlMapColumn          column,
                          const TlPersonFacts *person)
{
  guint number = tl_owner_map_find_person (self, column, person, FALSE);

  if (number == TL_NO_NODE)
    number = add_person (self, column, person, FALSE, person->name);
  /* Whoever has a part anywhere is in the map, whatever else they do. */
  get_node (self, number)->gap = FALSE;
  g_set_str (&get_node (self, number)->caption, person->role);
  return number;
}

guint
tl_owner_map_take_outsider (TlOwnerMap          *self,
                            const TlPersonFacts *person)
{
  guint number = tl_owner_map_find_person (self, TL_MAP_COLUMN_SUPPORT, person, FALSE);

  if (number == TL_NO_NODE)
    {
      number = add_person (self, TL_MAP_COLUMN_SUPPORT, person, FALSE, person->name);
      g_set_str (&get_node (self, number)->caption, _("outside the map"));
      get_node (self, number)->gap = TRUE;
    }
  return number;
}

/* Where the owner keeps evidence alone, nobody stands between the two. */
guint
tl_owner_map_take_own (TlOwnerMap          *self,
                       const TlPersonFacts *owner)
{
  guint number = tl_owner_map_find_person (self, TL_MAP_COLUMN_SUPPORT, owner, TRUE);

  return number != TL_NO_NODE ? number : add_person (self, TL_MAP_COLUMN_SUPPORT, owner, TRUE, _("kept by the owner"));
}

guint
tl_owner_map_take_gap (TlOwnerMap  *self,
                       TlMapColumn  column,
                       const char  *title,
                       const char  *ref)
{
  Key key = { column, NULL, TL_SOURCE_NONE, FALSE, title };
  Gap *gap = NULL;
  guint number;

  if (!find (self, &key, &number))
    {
      Gap first = { 0 };

      number = tl_owner_map_add_node (self, column, title, NULL);
      get_node (self, number)->gap = TRUE;
      key.missing = get_node (self, number)->title;
      keep (self, &key, number);
      first.node = number;
      g_array_append_val (self->gaps, first);
    }
  for (guint i = 0; gap == NULL; i++)
    {
      if (g_array_index (self->gaps, Gap, i).node == number)
        gap = &g_array_index (self->gaps, Gap, i);
    }
  if (gap->n_risks > 0 && g_str_equal (gap->latest, ref))
    return number;
  gap->latest = ref;
  gap->n_risks++;
  if (gap->n_risks == 1)
    /* Translators: for which risks, as in "for R4" */
    get_node (self, number)->caption = g_strdup_printf (_("for %s"), ref);
  else if (gap->n_risks <= MOST_REFS)
    {
      g_autofree char *caption = g_steal_pointer (&get_node (self, number)->caption);

      get_node (self, number)->caption = g_strdup_printf ("%s, %s", caption, ref);
    }
  return number;
}

/* A few refs are named; more of them would only fill the node. */
void
tl_owner_map_caption_gaps (TlOwnerMap *self)
{
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const Gap *gap = &g_array_index (self->gaps, Gap, i);
      TlMapNode *node = get_node (self, gap->node);

      if (gap->n_risks <= MOST_REFS)
        continue;
      g_free (node->caption);
      node->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "for %u risk", "for %u risks", gap->n_risks),
                                       gap->n_risks);
    }
}

guint
tl_owner_map_take_source (TlOwnerMap                *self,
                          const TlExpectedJudgement *expected)
{
  TlInterval every = expected->facts->every;
  Key key = { TL_MAP_COLUMN_SOURCE, NULL, expected->facts->source, FALSE, NULL };
  guint number;

  if (!find (self, &key, &number))
    {
      g_autofree char *title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));

      number = tl_owner_map_add_node (self, TL_MAP_COLUMN_SOURCE, title,
                                      g_strdup (tl_word_label (TL_TYPE_INTERVAL, (int) every)));
      get_node (self, number)->source = expected->facts->source;
      keep (self, &key, number);
    }
  else if (g_strcmp0 (get_node (self, number)->caption, tl_word_label (TL_TYPE_INTERVAL, (int) every)) != 0)
    g_set_str (&get_node (self, number)->caption, _("different intervals"));
  return number;
}

static guint
add_edge (TlOwnerMap *self,
          guint       from,
          guint       to,
          gboolean    gap)
{
  TlMapEdge edge = { .from = from, .to = to, .accountable = get_node (self, from)->column == TL_MAP_COLUMN_RISK, .gap = gap };
  gint64 key = (gint64) from << 32 | to;
  gpointer found;

  if (g_hash_table_lookup_extended (self->joined, &key, NULL, &found))
    {
      g_array_index (self->edges, TlMapEdge, GPOINTER_TO_UINT (found)).gap &= gap;
      return GPOINTER_TO_UINT (found);
    }
  g_array_append_val (self->edges, edge);
  g_hash_table_insert (self->joined, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (self->edges->len - 1));
  return self->edges->len - 1;
}

/* A path ends where its next column has no node. The edge to a node that is a gap for this risk is one too, even if the
 * node has a part elsewhere. */
void
tl_owner_map_add_path (TlOwnerMap *self,
                       guint       risk,
                       guint       owner,
                       guint       support,
                       guint       source,
                       gboolean    outside)
{
  TlMapPath path = { { risk, owner, support, source }, { TL_NO_EDGE, TL_NO_EDGE, TL_NO_EDGE, TL_NO_EDGE } };

  for (guint i = 1; i < TL_N_MAP_COLUMNS && path.nodes[i] != TL_NO_NODE; i++)
    path.edges[i] = add_edge (self, path.nodes[i - 1], path.nodes[i],
                              outside || get_node (self, path.nodes[i - 1])->gap || get_node (self, path.nodes[i])->gap);
  g_array_append_val (self->paths, path);
}
