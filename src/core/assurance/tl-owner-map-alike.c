/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-alike.h"

#include "tl-owner-map-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_at (const TlMapNode     *node,
       const TlActionFacts *action)
{
  return (node->risk != NULL && action->risk == node->risk->facts)
         || (node->person != NULL && action->person == node->person);
}

/**
 * tl_owner_map_list_alike:
 * @self: a map
 * @node: a node
 *
 * Lists the pairs of open actions that look like the same one, as far as one of them is of the node's risk or with its
 * person, and nobody has answered that they differ.
 *
 * Returns: (transfer full) (element-type TlAlikeActions): the pairs, in the order of the findings
 */
GArray *
tl_owner_map_list_alike (const TlOwnerMap *self,
                         guint             node)
{
  const TlMapNode *what = tl_owner_map_get_node (self, node);
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (TlAlikeActions));

  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      TlAlikeActions pair = { tl_assessment_get_finding (self->assessment, i), NULL, NULL };

      if (!g_str_equal (pair.finding->check, "action-duplicate") || pair.finding->subject == NULL || pair.finding->other == NULL)
        continue;
      pair.first = tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, pair.finding->subject);
      pair.second = tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, pair.finding->other);
      if (pair.first != NULL && pair.second != NULL && (is_at (what, pair.first) || is_at (what, pair.second)))
        g_array_append_val (pairs, pair);
    }
  return pairs;
}

/* "“Observe two rounds” (R1)", with the person where the two have not the same. */
static char *
name_action (const TlActionFacts *action,
             gboolean             with_person)
{
  const char *ref = action->risk != NULL && action->risk->base.ref != NULL ? action->risk->base.ref : "";

  if (with_person && action->person != NULL)
    /* Translators: what an action is called, the ref of its risk, and who is to do it */
    return g_strdup_printf (_("“%1$s” (%2$s, %3$s)"), action->title, ref, action->person->name);
  /* Translators: what an action is called, and the ref of its risk */
  return g_strdup_printf (_("“%1$s” (%2$s)"), action->title, ref);
}

/**
 * tl_alike_actions_describe:
 * @self: two actions
 *
 * Returns: (transfer full): both, of which risks they are and with whom, as a sentence
 */
char *
tl_alike_actions_describe (const TlAlikeActions *self)
{
  gboolean same = self->first->person == self->second->person && self->first->person != NULL;
  g_autofree char *first = name_action (self->first, !same), *second = name_action (self->second, !same);

  if (same)
    /* Translators: two actions, and who is to do them */
    return g_strdup_printf (_("%1$s and %2$s, both with %3$s."), first, second, self->first->person->name);
  /* Translators: two actions */
  return g_strdup_printf (_("%1$s and %2$s."), first, second);
}
