/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-owner-map-private.h"

#include "tl-format.h"

#include <glib/gi18n-lib.h>

static void
node_free (TlMapNode *node)
{
  g_free (node->title);
  g_free (node->caption);
  g_free (node->badge);
  g_free (node->badge_text);
  g_free (node);
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
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_array_unref (self->paths);
  tl_assessment_unref (self->assessment);
  g_free (self);
}

static TlMapNode *
get_node (TlOwnerMap *self,
          guint       number)
{
  return g_ptr_array_index (self->nodes, number);
}

static guint
add_node (TlOwnerMap  *self,
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

static guint
take_person (TlOwnerMap          *self,
             TlMapColumn          column,
             const TlPersonFacts *person)
{
  guint number = find_node (self, column, person, TL_SOURCE_NONE, FALSE);

  if (number == TL_NO_NODE)
    {
      number = add_node (self, column, person->name, NULL);
      get_node (self, number)->person = person;
    }
  /* Whoever has a part anywhere is in the map, whatever else they do. */
  get_node (self, number)->gap = FALSE;
  g_set_str (&get_node (self, number)->caption, person->role);
  return number;
}

static guint
take_outsider (TlOwnerMap          *self,
               const TlPersonFacts *person)
{
  guint number = find_node (self, TL_MAP_COLUMN_SUPPORT, person, TL_SOURCE_NONE, FALSE);

  if (number == TL_NO_NODE)
    {
      number = add_node (self, TL_MAP_COLUMN_SUPPORT, person->name, g_strdup (_("outside the map")));
      get_node (self, number)->person = person;
      get_node (self, number)->gap = TRUE;
    }
  return number;
}

/* Where the owner keeps evidence alone, nobody stands between the two. */
static guint
take_own (TlOwnerMap          *self,
          const TlPersonFacts *owner)
{
  guint number = find_node (self, TL_MAP_COLUMN_SUPPORT, owner, TL_SOURCE_NONE, TRUE);

  if (number == TL_NO_NODE)
    {
      number = add_node (self, TL_MAP_COLUMN_SUPPORT, _("kept by the owner"), NULL);
      get_node (self, number)->person = owner;
      get_node (self, number)->flat = TRUE;
    }
  return number;
}

static guint
take_gap (TlOwnerMap  *self,
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
      number = add_node (self, column, title, g_strdup_printf (_("for %s"), ref));
      get_node (self, number)->gap = TRUE;
    }
  else if (!g_str_has_suffix (get_node (self, number)->caption, ref))
    {
      g_autofree char *caption = g_steal_pointer (&get_node (self, number)->caption);

      get_node (self, number)->caption = g_strdup_printf ("%s, %s", caption, ref);
    }
  return number;
}

static guint
take_source (TlOwnerMap                *self,
             const TlExpectedJudgement *expected)
{
  TlInterval every = expected->facts->every;
  guint number = find_node (self, TL_MAP_COLUMN_SOURCE, NULL, expected->facts->source, FALSE);

  if (number == TL_NO_NODE)
    {
      g_autofree char *title = tl_format_capital (tl_word_label (TL_TYPE_SOURCE, (int) expected->facts->source));

      number = add_node (self, TL_MAP_COLUMN_SOURCE, title, g_strdup (tl_word_label (TL_TYPE_INTERVAL, (int) every)));
      get_node (self, number)->source = expected->facts->source;
    }
  else if (g_strcmp0 (get_node (self, number)->caption, tl_word_label (TL_TYPE_INTERVAL, (int) every)) != 0)
    g_set_str (&get_node (self, number)->caption, _("different intervals"));
  return number;
}

static void
set_badge (TlOwnerMap *self,
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
static void
add_path (TlOwnerMap *self,
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

static gboolean
is_supporter (const TlRiskJudgement *risk,
              const TlPersonFacts   *person)
{
  for (guint i = 0; i < risk->n_supporters; i++)
    {
      if (risk->supporters[i]->person == person)
        return TRUE;
    }
  return FALSE;
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
      set_badge (self, source, TL_SEVERITY_WATCH, _("no one keeps it"), text);
    }
  if (expected->days_late <= 0)
    return;
  badge = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late", "%d days late", (gulong) expected->days_late),
                           expected->days_late);
  g_clear_pointer (&text, g_free);
  /* Translators: for a risk, how late its evidence is */
  text = g_strdup_printf (_("For “%s” it is %s."), risk->facts->title, badge);
  set_badge (self, source, TL_SEVERITY_WATCH, badge, text);
}

/* Through whom a source comes: a supporter or another keeper, the owner alone, or nobody. */
static guint
take_keeper (TlOwnerMap            *self,
             const TlRiskJudgement *risk,
             guint                  owner,
             const TlPersonFacts   *keeper)
{
  if (keeper == NULL)
    return take_gap (self, TL_MAP_COLUMN_SUPPORT, _("No keeper named"), risk->facts->base.ref);
  if (keeper == get_node (self, owner)->person)
    return take_own (self, keeper);
  return take_person (self, TL_MAP_COLUMN_SUPPORT, keeper);
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
      source = take_source (self, expected);
      add_path (self, node, owner, take_keeper (self, risk, owner, expected->facts->person), source, FALSE);
      badge_source (self, source, risk, expected);
    }
  if (n_current == 0)
    {
      guint nothing = take_gap (self, TL_MAP_COLUMN_SOURCE, _("Nothing expected"), risk->facts->base.ref);
      guint support = risk->n_supporters > 0 && risk->supporters[0]->person != NULL
                        ? take_person (self, TL_MAP_COLUMN_SUPPORT, risk->supporters[0]->person)
                        : take_gap (self, TL_MAP_COLUMN_SUPPORT, _("No supporting role"), risk->facts->base.ref);

      add_path (self, node, owner, support, nothing, FALSE);
    }
}

static gboolean
is_current_owner (const TlOwnershipFacts *ownership,
                  TlDay                   as_at)
{
  return ownership->part == TL_PART_ACCOUNTABLE && ownership->person != NULL && ownership->from_date <= as_at
         && (ownership->until_date == TL_NO_DAY || as_at < ownership->until_date);
}

static gboolean
is_owner (const TlRiskJudgement *risk,
          const TlPersonFacts   *person,
          TlDay                  as_at)
{
  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->facts->ownerships, TlOwnershipFacts, i);

      if (ownership->person == person && is_current_owner (ownership, as_at))
        return TRUE;
    }
  return FALSE;
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

      if (!risk->actions[i].open || person == NULL || is_supporter (risk, person)
          || is_owner (risk, person, tl_assessment_get_as_at (self->assessment)))
        continue;
      outsider = take_outsider (self, person);
      add_path (self, node, owner, outsider, TL_NO_NODE, TRUE);
      badge = g_strdup_printf (_("works on %s"), risk->facts->base.ref);
      text = g_strdup_printf (_("%s is to do “%s”, but has no part in “%s”."), person->name,
                              risk->actions[i].facts->title, risk->facts->title);
      set_badge (self, outsider, TL_SEVERITY_WATCH, badge, text);
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
      if (risk->supporters[i]->person != NULL)
        add_path (self, node, owner, take_person (self, TL_MAP_COLUMN_SUPPORT, risk->supporters[i]->person),
                  TL_NO_NODE, FALSE);
    }
  if (risk->n_supporters == 0)
    add_path (self, node, owner, take_gap (self, TL_MAP_COLUMN_SUPPORT, _("No supporting role"), risk->facts->base.ref),
              TL_NO_NODE, FALSE);
  add_sources (self, risk, node, owner);
  add_outsiders (self, risk, node, owner);
}

static void
add_risk (TlOwnerMap            *self,
          const TlRiskJudgement *risk)
{
  const char *ref = risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  guint node = add_node (self, TL_MAP_COLUMN_RISK, risk->facts->title, g_strdup (ref));

  get_node (self, node)->risk = risk;
  if (risk->n_owners == 0)
    {
      guint nobody = take_gap (self, TL_MAP_COLUMN_OWNER, _("No one"), ref);

      set_badge (self, nobody, TL_SEVERITY_ACT, _("name one"), _("Nobody answers for this."));
      add_supporters (self, risk, node, nobody);
      return;
    }
  for (guint i = 0; i < risk->facts->ownerships.n; i++)
    {
      const TlOwnershipFacts *ownership = TL_FACTS_AT (risk->facts->ownerships, TlOwnershipFacts, i);

      if (is_current_owner (ownership, tl_assessment_get_as_at (self->assessment)))
        add_supporters (self, risk, node, take_person (self, TL_MAP_COLUMN_OWNER, ownership->person));
    }
}

/* The short words for a finding on an owner; NULL for findings that the map shows otherwise. */
static const char *
get_owner_badge (const char *check)
{
  static const struct { const char *check, *badge; } badges[] = {
    { "owner-left", N_("has left") },
    { "owner-several", N_("one of several") },
    { "owner-disputed", N_("disputed") },
    { "owner-overloaded", N_("overload") },
    { "owner-own-witness", N_("own witness") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (badges); i++)
    {
      if (g_str_equal (badges[i].check, check))
        return _(badges[i].badge);
    }
  return NULL;
}

static void
badge_owners (TlOwnerMap      *self,
              const TlFinding *finding)
{
  const char *badge = get_owner_badge (finding->check);

  for (guint i = 0; badge != NULL && i < self->paths->len; i++)
    {
      const TlMapPath *path = &g_array_index (self->paths, TlMapPath, i);
      guint owner = path->nodes[TL_MAP_COLUMN_OWNER];
      const TlMapNode *risk = get_node (self, path->nodes[TL_MAP_COLUMN_RISK]);
      const TlPersonFacts *person = get_node (self, owner)->person;

      if (person == NULL || (finding->risk != NULL && finding->risk != risk->risk->facts))
        continue;
      if (finding->subject == NULL || g_strcmp0 (finding->subject, person->base.ref) == 0)
        set_badge (self, owner, finding->severity, badge, finding->text);
    }
}

static void
badge_duplicates (TlOwnerMap      *self,
                  const TlFinding *finding)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->assessment);
  const char *refs[] = { finding->subject, finding->other };

  for (gsize i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      const TlActionFacts *action = refs[i] != NULL ? tl_snapshot_find_ref (snapshot, TL_TABLE_ACTION, refs[i]) : NULL;

      for (guint j = 0; action != NULL && action->person != NULL && j < self->nodes->len; j++)
        {
          if (get_node (self, j)->person == action->person && get_node (self, j)->column == TL_MAP_COLUMN_SUPPORT)
            set_badge (self, j, finding->severity, _("2 alike"), finding->text);
        }
    }
}

static void
add_badges (TlOwnerMap *self)
{
  for (guint i = 0; i < tl_assessment_get_n_findings (self->assessment); i++)
    {
      const TlFinding *finding = tl_assessment_get_finding (self->assessment, i);

      badge_owners (self, finding);
      if (g_str_equal (finding->check, "action-duplicate"))
        badge_duplicates (self, finding);
    }
}

/* Owners are told by how much they answer for, which is what their role's name leaves out. */
static void
caption_owners (TlOwnerMap *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint n = 0;

      if (get_node (self, i)->column != TL_MAP_COLUMN_OWNER)
        continue;
      for (guint j = 0; j < self->edges->len; j++)
        n += g_array_index (self->edges, TlMapEdge, j).to == i;
      g_free (get_node (self, i)->caption);
      get_node (self, i)->caption = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u risk", "%u risks", n), n);
    }
}

/**
 * tl_owner_map_new:
 * @assessment: what is concluded
 *
 * Makes the map of an assessment's open risks, in an order with few crossings that is the same each time.
 *
 * Returns: (transfer full): the map
 */
TlOwnerMap *
tl_owner_map_new (TlAssessment *assessment)
{
  TlOwnerMap *self = g_new0 (TlOwnerMap, 1);

  self->assessment = tl_assessment_ref (assessment);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_free);
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlMapEdge));
  self->paths = g_array_new (FALSE, FALSE, sizeof (TlMapPath));
  for (guint i = 0; i < tl_assessment_get_n_risks (assessment); i++)
    {
      const TlRiskJudgement *risk = tl_assessment_get_risk (assessment, i);

      if (risk->state == TL_RISK_STATE_OPEN)
        add_risk (self, risk);
    }
  add_badges (self);
  caption_owners (self);
  tl_owner_map_arrange (self);
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
  guint n = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    n += tl_owner_map_get_node (self, i)->column == column;
  return n;
}
