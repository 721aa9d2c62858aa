/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

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

/* The node of a person, of a source, or, with neither, of what is missing in a column. */
static guint
find_node (TlOwnerMap          *self,
           TlMapColumn          column,
           const TlPersonFacts *person,
           TlSource             source,
           gboolean             flat)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      const TlMapNode *node = get_node (self, i);

      if (node->column == column && node->risk == NULL && node->person == person && node->source == source
          && node->flat == flat)
        return i;
    }
  return TL_NO_NODE;
}

guint
tl_owner_map_take_person (TlOwnerMap          *self,
                          TlMapColumn          column,
                          const TlPersonFacts *person)
{
  guint number = find_node (self, column, person, TL_SOURCE_NONE, FALSE);

  if (number == TL_NO_NODE)
    {
      number = tl_owner_map_add_node (self, column, person->name, NULL);
      get_node (self, number)->person = person;
    }
  /* Whoever has a part anywhere is in the map, whatever else they do. */
  get_node (self, number)->gap = FALSE;
  g_set_str (&get_node (self, number)->caption, person->role);
  return number;
}

guint
tl_owner_map_take_outsider (TlOwnerMap          *self,
                            const TlPersonFacts *person)
{
  guint number = find_node (self, TL_MAP_COLUMN_SUPPORT, person, TL_SOURCE_NONE, FALSE);

  if (number == TL_NO_NODE)
    {
      number = tl_owner_map_add_node (self, TL_MAP_COLUMN_SUPPORT, person->name, g_strdup (_("outside the map")));
      get_node (self, number)->person = person;
      get_node (self, number)->gap = TRUE;
    }
  return number;
}

/* Where the owner keeps evidence alone, nobody stands between the two. */
guint
tl_owner_map_take_own (TlOwnerMap          *self,
                       const TlPersonFacts *owner)
{
  guint number = find_node (self, TL_MAP_COLUMN_SUPPORT, owner, TL_SOURCE_NONE, TRUE);

  if (number == TL_NO_NODE)
    {
      number = tl_owner_map_add_node (self, TL_MAP_COLUMN_SUPPORT, _("kept by the owner"), NULL);
      get_node (self, number)->person = owner;
      get_node (self, number)->flat = TRUE;
    }
  return number;
}

guint
tl_owner_map_take_gap (TlOwnerMap  *self,
                       TlMapColumn  column,
                       const char  *title,
                       const char  *ref)
{
  guint number = 0;

  while (number < self->nodes->len
         && (get_node (self, number)->column != column || !get_node (self, number)->gap
             || !g_str_equal (get_node (self, number)->title, title)))
    number++;
  if (number == self->nodes->len)
    {
      /* Translators: for which risks, as in "for R4" */
      number = tl_owner_map_add_node (self, column, title, g_strdup_printf (_("for %s"), ref));
      get_node (self, number)->gap = TRUE;
    }
  else if (!g_str_has_suffix (get_node (self, number)->caption, ref))
    {
      g_autofree char *caption = g_steal_pointer (&get_node (self, number)->caption);

      get_node (self, number)->caption = g_strdup_printf ("%s, %s", caption, ref);
    }
  return number;
}

guint
tl_owner_map_take_source (TlOwnerMap                *self,
                          const TlExpectedJudgement *expected)
{
  TlInterval every = expected->facts->every;
  guint number = find_node (self, TL_MAP_COLUMN_SOURCE, NULL, expected->facts->source, FALSE);

  if (number == TL_NO_NODE)
    {
      g_autofree char *title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));

      number = tl_owner_map_add_node (self, TL_MAP_COLUMN_SOURCE, title,
                                      g_strdup (tl_word_label (TL_TYPE_INTERVAL, (int) every)));
      get_node (self, number)->source = expected->facts->source;
    }
  else if (g_strcmp0 (get_node (self, number)->caption, tl_word_label (TL_TYPE_INTERVAL, (int) every)) != 0)
    g_set_str (&get_node (self, number)->caption, _("different intervals"));
  return number;
}

void
tl_owner_map_set_badge (TlOwnerMap *self,
                        guint       number,
                        TlSeverity  severity,
                        const char *badge,
                        const char *text)
{
  TlMapNode *node = get_node (self, number);

  /* The gravest stays; of equally grave ones the first. */
  if (node->badge != NULL && node->badge_severity <= severity)
    return;
  g_set_str (&node->badge, badge);
  g_set_str (&node->badge_text, text);
  node->badge_severity = severity;
}

static void
add_edge (TlOwnerMap *self,
          guint       from,
          guint       to,
          gboolean    gap)
{
  TlMapEdge edge = { from, to, get_node (self, from)->column == TL_MAP_COLUMN_RISK, gap };

  for (guint i = 0; i < self->edges->len; i++)
    {
      TlMapEdge *other = &g_array_index (self->edges, TlMapEdge, i);

      if (other->from != from || other->to != to)
        continue;
      other->gap &= gap;
      return;
    }
  g_array_append_val (self->edges, edge);
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
  TlMapPath path = { { risk, owner, support, source } };

  g_array_append_val (self->paths, path);
  for (guint i = 1; i < TL_N_MAP_COLUMNS && path.nodes[i] != TL_NO_NODE; i++)
    add_edge (self, path.nodes[i - 1], path.nodes[i],
              outside || get_node (self, path.nodes[i - 1])->gap || get_node (self, path.nodes[i])->gap);
}
