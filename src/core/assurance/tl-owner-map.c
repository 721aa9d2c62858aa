/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-assessment-private.h"
#include "tl-ownership-rules.h"

#include <glib/gi18n-lib.h>

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

/**
 * tl_owner_map_free:
 * @self: (transfer full): a map
 *
 * Frees a map.
 */
void
tl_owner_map_free (TlOwnerMap *self)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->wrongs, g_array_unref);
  tl_map_index_clear (&self->left);
  tl_map_index_clear (&self->right);
  tl_map_index_clear (&self->through);
  for (TlMapColumn column = 0; column < TL_N_MAP_COLUMNS; column++)
    g_clear_pointer (&self->columns[column], g_array_unref);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_array_unref (self->paths);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

static void
badge_source (TlOwnerMap                *self,
              guint                      source,
              const TlRiskJudgement     *risk,
              const TlExpectedJudgement *expected)
{
  g_autofree char *badge = NULL, *text = NULL;

  if (expected->facts->person == NULL)
    {
      text = g_strdup_printf (_("Nobody is named who keeps it for “%s”."), risk->facts->title);
      tl_owner_map_add_wrong (self, source, TL_SEVERITY_WATCH, _("no one keeps it"), text);
    }
  if (expected->days_late <= 0)
    return;
  badge = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) expected->days_late),
                           expected->days_late);
  g_clear_pointer (&text, g_free);
  /* Translators: for a risk, how late its evidence is */
  text = g_strdup_printf (_("For “%s” it is %s."), risk->facts->title, badge);
  tl_owner_map_add_wrong (self, source, TL_SEVERITY_WATCH, badge, text);
}

/* Through whom a source comes: a supporter or another keeper, the owner alone, or nobody. */
static guint
take_keeper (TlOwnerMap            *self,
             const TlRiskJudgement *risk,
             guint                  owner,
             const TlPersonFacts   *keeper)
{
  if (keeper == NULL)
    return tl_owner_map_take_gap (self, TL_MAP_COLUMN_SUPPORT, _("No keeper named"), risk->facts->base.ref);
  if (keeper == get_node (self, owner)->person)
    return tl_owner_map_take_own (self, keeper);
  return tl_owner_map_take_person (self, TL_MAP_COLUMN_SUPPORT, keeper);
}

static guint
take_no_supporter (TlOwnerMap            *self,
                   const TlRiskJudgement *risk)
{
  return tl_owner_map_take_gap (self, TL_MAP_COLUMN_SUPPORT, _("No supporting role"), risk->facts->base.ref);
}

static void
add_sources (TlOwnerMap            *self,
             const TlRiskJudgement *risk,
             guint                  node,
             guint                  owner)
{
  guint n_current = 0;

  for (guint i = 0; i < risk->n_expected; i++)
    {
      const TlExpectedJudgement *expected = &risk->expected[i];
      guint source;

      if (!expected->current)
        continue;
      n_current++;
      source = tl_owner_map_take_source (self, expected);
      tl_owner_map_add_path (self, node, owner, take_keeper (self, risk, owner, expected->facts->person), source,
                             FALSE);
      badge_source (self, source, risk, expected);
    }
  if (n_current == 0)
    {
      guint nothing = tl_owner_map_take_gap (self, TL_MAP_COLUMN_SOURCE, _("Nothing expected"), risk->facts->base.ref);
      guint support = risk->n_supporters > 0 && risk->supporters[0]->person != NULL
                        ? tl_owner_map_take_person (self, TL_MAP_COLUMN_SUPPORT, risk->supporters[0]->person)
                        : take_no_supporter (self, risk);

      tl_owner_map_add_path (self, node, owner, support, nothing, FALSE);
    }
}

/* People with an open action who are neither owner nor supporter do work that the map doesn't show. */
static void
add_outsiders (TlOwnerMap            *self,
               const TlRiskJudgement *risk,
               guint                  node,
               guint                  owner)
{
  for (guint i = 0; i < risk->n_actions; i++)
    {
      const TlPersonFacts *person = risk->actions[i].facts->person;
      g_autofree char *badge = NULL, *text = NULL;
      guint outsider;

      if (!risk->actions[i].open || person == NULL
          || tl_risk_is_on_map (&self->assessment->judge, risk->facts, person))
        continue;
      outsider = tl_owner_map_take_outsider (self, person);
      tl_owner_map_add_path (self, node, owner, outsider, TL_NO_NODE, TRUE);
      badge = g_strdup_printf (_("works on %s"), risk->facts->base.ref);
      text = g_strdup_printf (_("%s is to do “%s”, but has no part in “%s”."), person->name,
                              risk->actions[i].facts->title, risk->facts->title);
      tl_owner_map_add_wrong (self, outsider, TL_SEVERITY_WATCH, badge, text);
    }
}

static void
add_supporters (TlOwnerMap            *self,
                const TlRiskJudgement *risk,
                guint                  node,
                guint                  owner)
{
  for (guint i = 0; i < risk->n_supporters; i++)
    {
      const TlPersonFacts *person = risk->supporters[i]->person;

      if (person != NULL)
        tl_owner_map_add_path (self, node, owner, tl_owner_map_take_person (self, TL_MAP_COLUMN_SUPPORT, person),
                               TL_NO_NODE, FALSE);
    }
  if (risk->n_supporters == 0)
    tl_owner_map_add_path (self, node, owner, take_no_supporter (self, risk), TL_NO_NODE, FALSE);
  add_sources (self, risk, node, owner);
  add_outsiders (self, risk, node, owner);
}

static void
add_risk (TlOwnerMap            *self,
          const TlRiskJudgement *risk)
{
  const char *ref = risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  guint node = tl_owner_map_add_node (self, TL_MAP_COLUMN_RISK, risk->facts->title, g_strdup (ref));
  g_autofree char *text = NULL;

  get_node (self, node)->risk = risk;
  if (risk->n_owners == 0)
    {
      guint nobody = tl_owner_map_take_gap (self, TL_MAP_COLUMN_OWNER, _("No one"), ref);

      text = g_strdup_printf (_("Nobody answers for “%s”."), risk->facts->title);
      tl_owner_map_add_wrong (self, nobody, TL_SEVERITY_ACT, _("name one"), text);
      add_supporters (self, risk, node, nobody);
      return;
    }
  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->facts->ownerships, TlOwnershipFacts, i);

      if (tl_ownership_is_current (&self->assessment->judge, ownership, TL_PART_ACCOUNTABLE))
        add_supporters (self, risk, node, tl_owner_map_take_person (self, TL_MAP_COLUMN_OWNER, ownership->person));
    }
}

/* What only the making of a map needs. */
static void
finish (TlOwnerMap *self)
{
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_clear_pointer (&self->joined, g_hash_table_unref);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->wrongs, g_array_unref);
}

static TlOwnerMap *
begin (TlAssessment *assessment)
{
  TlOwnerMap *self = g_new0 (TlOwnerMap, 1);

  self->assessment = tl_assessment_ref (assessment);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_map_node_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlMapEdge));
  self->paths = g_array_new (FALSE, FALSE, sizeof (TlMapPath));
  tl_owner_map_begin (self);
  return self;
}

/* Once all risks are in it. */
static void
complete (TlOwnerMap *self)
{
  tl_owner_map_index_paths (self);
  tl_owner_map_index_edges (self);
  tl_owner_map_add_badges (self);
  tl_owner_map_settle_badges (self);
  tl_owner_map_caption_gaps (self);
  tl_owner_map_caption_owners (self);
  finish (self);
  tl_owner_map_arrange (self);
  tl_owner_map_index_columns (self);
  tl_owner_map_fan (self);
}

/**
 * tl_owner_map_new:
 * @assessment: what is concluded
 * @filter: (nullable): which of its open risks are wanted, %NULL for all
 *
 * Makes the map of an assessment's open risks, in an order with few crossings that is the same each time. May be called
 * in any thread.
 *
 * Returns: (transfer full): the map
 */
TlOwnerMap *
tl_owner_map_new (TlAssessment           *assessment,
                  const TlOwnerMapFilter *filter)
{
  TlOwnerMap *self = begin (assessment);

  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (tl_owner_map_filter_matches (filter, risk, tl_assessment_get_as_at (assessment)))
        add_risk (self, risk);
    }
  complete (self);
  return self;
}

/**
 * tl_owner_map_new_chosen:
 * @assessment: what is concluded
 * @risks: (array length=n_risks): risks of it
 * @n_risks: how many those are
 *
 * Makes the map of chosen risks, whether or not they are open, as tl_owner_map_new() makes it of open ones.
 *
 * Returns: (transfer full): the map
 */
TlOwnerMap *
tl_owner_map_new_chosen (TlAssessment                  *assessment,
                         const TlRiskJudgement * const *risks,
                         guint                          n_risks)
{
  TlOwnerMap *self = begin (assessment);
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_risks; i++)
    {
      if (g_hash_table_add (added, (gpointer) risks[i]))
        add_risk (self, risks[i]);
    }
  complete (self);
  return self;
}

/**
 * tl_owner_map_get_n_nodes:
 * @self: a map
 *
 * Returns: how many nodes it has
 */
guint
tl_owner_map_get_n_nodes (const TlOwnerMap *self)
{
  return self->nodes->len;
}

/**
 * tl_owner_map_get_node:
 * @self: a map
 * @number: a node's number
 *
 * Returns: (transfer none): the node
 */
const TlMapNode *
tl_owner_map_get_node (const TlOwnerMap *self,
                       guint             number)
{
  return g_ptr_array_index (self->nodes, number);
}

/**
 * tl_owner_map_get_n_edges:
 * @self: a map
 *
 * Returns: how many edges it has
 */
guint
tl_owner_map_get_n_edges (const TlOwnerMap *self)
{
  return self->edges->len;
}

/**
 * tl_owner_map_get_edge:
 * @self: a map
 * @number: an edge's number
 *
 * Returns: (transfer none): the edge
 */
const TlMapEdge *
tl_owner_map_get_edge (const TlOwnerMap *self,
                       guint             number)
{
  return &g_array_index (self->edges, TlMapEdge, number);
}

/**
 * tl_owner_map_count:
 * @self: a map
 * @column: a column
 *
 * Returns: how many nodes stand in it
 */
guint
tl_owner_map_count (const TlOwnerMap *self,
                    TlMapColumn       column)
{
  return self->columns[column]->len;
}

/**
 * tl_owner_map_get_at:
 * @self: a map
 * @column: a column
 * @row: a place in it, from 0 at the top
 *
 * Returns: number of the node there
 */
guint
tl_owner_map_get_at (const TlOwnerMap *self,
                     TlMapColumn       column,
                     guint             row)
{
  g_return_val_if_fail (row < self->columns[column]->len, TL_NO_NODE);

  return g_array_index (self->columns[column], guint, row);
}
