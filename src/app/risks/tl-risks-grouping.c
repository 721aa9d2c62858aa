/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risks-grouping.h"

#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-key-question.h"
#include "tl-risk-words.h"

/* As many places as a heading names. */
#define MOST_NAMED 2

G_DEFINE_ENUM_TYPE (TlRisksGrouping, tl_risks_grouping,
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_THEME, "theme"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_OWNER, "owner"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_KEY_QUESTION, "key-question"),
                    G_DEFINE_ENUM_VALUE (TL_RISKS_GROUPING_POSITION, "position"))

/* Where a group stands among the others, and what it is called. */
typedef struct
{
  gint64 place;
  char *name;
} Group;

static Group
find_theme (const TlRiskJudgement *risk)
{
  if (risk->facts->theme == TL_THEME_NONE)
    return (Group) { 2, g_strdup (_("No theme")) };
  return (Group) { risk->facts->theme == TL_THEME_OTHER, tl_risk_words_theme (risk) };
}

/* Nobody comes before anybody. */
static Group
find_owner (const TlRiskJudgement *risk)
{
  return (Group) { risk->n_owners > 0, tl_risk_words_owner (risk) };
}

/* A team is at its location; shifts and staff groups go across all of them. */
static const TlPlaceFacts *
find_location (const TlPlaceFacts *place)
{
  while (place != NULL && place->kind != TL_PLACE_KIND_LOCATION)
    place = place->parent;
  return place;
}

static Group
name_places (GPtrArray *names)
{
  if (names->len == 1)
    return (Group) { 0, g_strdup (g_ptr_array_index (names, 0)) };
  if (names->len == MOST_NAMED)
    /* Translators: two places, as "Damson Row and Weir Cottage" */
    return (Group) { 0, g_strdup_printf (_("%1$s and %2$s"), (char *) g_ptr_array_index (names, 0),
                                         (char *) g_ptr_array_index (names, 1)) };
  return (Group) { 1, g_strdup (_("Several places")) };
}

/* A risk concerns the places in its scope, and the whole provider where it names none: the same rule by which places are
 * compared. */
static Group
find_place (const TlRiskJudgement *risk)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < risk->facts->scope.n; i++)
    {
      const TlPlaceFacts *place = TL_FACTS_AT (risk->facts->scope, TlPlaceFacts, i);
      const TlPlaceFacts *location = find_location (place);

      if (location != NULL && !g_ptr_array_find (names, location->name, NULL))
        g_ptr_array_add (names, (gpointer) location->name);
      else if (location == NULL && place->kind == TL_PLACE_KIND_PROVIDER)
        return (Group) { 2, g_strdup (_("Whole provider")) };
    }
  if (names->len == 0)
    return (Group) { 2, g_strdup (_("Whole provider")) };
  g_ptr_array_sort_values (names, (GCompareFunc) g_utf8_collate);
  return name_places (names);
}

/* A risk is filed under what it names first. */
static Group
find_key_question (const TlRiskJudgement *risk,
                   TlFrameworks          *frameworks,
                   const char            *framework)
{
  for (guint i = 0; frameworks != NULL && risk->facts->framework != NULL && risk->facts->framework[i] != NULL; i++)
    {
      guint place;
      const char *question = tl_key_question_find (frameworks, framework, risk->facts->framework[i], &place);

      if (question != NULL)
        return (Group) { place, g_strdup (question) };
    }
  return (Group) { G_MAXINT, g_strdup (_("No key question")) };
}

static Group
find_position (const TlRiskJudgement *risk)
{
  return (Group) { risk->position == TL_LINE_LINK_NONE ? TL_N_LINE_LINKS + 1 : (gint64) risk->position,
                   g_strdup (_(tl_position_get_word (risk->position))) };
}

static Group
find_group (TlRisksGrouping  grouping,
            TlFrameworks    *frameworks,
            TlRisk          *risk)
{
  const TlRiskJudgement *concluded = tl_risk_get_judgement (risk), *outline = tl_risk_get_outline (risk);

  if (outline == NULL)
    return (Group) { 0, g_strdup ("") };
  if (concluded == NULL && grouping != TL_RISKS_GROUPING_THEME && grouping != TL_RISKS_GROUPING_OWNER)
    return (Group) { 0, g_strdup (_("Working out…")) };
  switch (grouping)
    {
    case TL_RISKS_GROUPING_THEME:
      return find_theme (outline);
    case TL_RISKS_GROUPING_OWNER:
      return find_owner (outline);
    case TL_RISKS_GROUPING_PLACE:
      return find_place (concluded);
    case TL_RISKS_GROUPING_KEY_QUESTION:
      return find_key_question (concluded, frameworks,
                                tl_snapshot_get_framework (tl_assessment_get_snapshot (tl_risk_get_assessment (risk))));
    case TL_RISKS_GROUPING_POSITION:
      return find_position (concluded);
    case TL_RISKS_GROUPING_NONE:
    case TL_N_RISKS_GROUPINGS:
    default:
      return (Group) { 0, g_strdup ("") };
    }
}

/**
 * tl_risks_grouping_get_title:
 * @grouping: a way of grouping
 *
 * Returns: what it is called where one is chosen, as "Owner"
 */
const char *
tl_risks_grouping_get_title (TlRisksGrouping grouping)
{
  static const char * const titles[TL_N_RISKS_GROUPINGS] = {
    NC_("grouping", "None"), NC_("grouping", "Theme"), NC_("grouping", "Owner"), NC_("grouping", "Place"),
    NC_("grouping", "Key question"), NC_("grouping", "Position"),
  };

  g_return_val_if_fail (grouping < TL_N_RISKS_GROUPINGS, NULL);

  return g_dpgettext2 (NULL, "grouping", titles[grouping]);
}

/**
 * tl_risks_grouping_describe:
 * @grouping: a way of grouping
 *
 * Returns: (nullable): the way in words, as in "by owner"; %NULL for none
 */
const char *
tl_risks_grouping_describe (TlRisksGrouping grouping)
{
  static const char * const sentences[TL_N_RISKS_GROUPINGS] = {
    NULL, N_("grouped by theme"), N_("grouped by owner"), N_("grouped by place"), N_("grouped by key question"),
    N_("grouped by position"),
  };

  g_return_val_if_fail (grouping < TL_N_RISKS_GROUPINGS, NULL);

  return sentences[grouping] != NULL ? _(sentences[grouping]) : NULL;
}

/* ── As a sorter ──────────────────────────────────────────────────────────── */

typedef struct
{
  TlRisksGrouping grouping;
  TlFrameworks *frameworks;
} Way;

static TlRisksKey
make_key (TlRisk   *risk,
          gpointer  user_data)
{
  const Way *way = user_data;
  Group group = find_group (way->grouping, way->frameworks, risk);
  TlRisksKey key = { group.place, g_utf8_collate_key (group.name, -1) };

  g_free (group.name);
  return key;
}

static void
free_way (gpointer data)
{
  Way *way = data;

  g_clear_pointer (&way->frameworks, tl_frameworks_unref);
  g_free (way);
}

/**
 * tl_risks_grouping_new_sorter:
 * @grouping: a way of grouping
 * @frameworks: (nullable): what key questions are found by
 *
 * Returns: (transfer full) (nullable): a sorter of #TlRisk by group; risks that it finds equal are one group. %NULL for none.
 */
TlRisksSorter *
tl_risks_grouping_new_sorter (TlRisksGrouping  grouping,
                              TlFrameworks    *frameworks)
{
  Way *way;

  if (grouping == TL_RISKS_GROUPING_NONE)
    return NULL;
  way = g_new0 (Way, 1);
  way->grouping = grouping;
  way->frameworks = frameworks != NULL ? tl_frameworks_ref (frameworks) : NULL;
  return tl_risks_sorter_new (make_key, way, free_way, FALSE);
}

/**
 * tl_risks_grouping_get_name:
 * @grouping: a way of grouping
 * @frameworks: (nullable): what key questions are found by
 * @risk: a risk
 *
 * Returns: (transfer full): what its group is called
 */
char *
tl_risks_grouping_get_name (TlRisksGrouping  grouping,
                            TlFrameworks    *frameworks,
                            TlRisk          *risk)
{
  return find_group (grouping, frameworks, risk).name;
}
