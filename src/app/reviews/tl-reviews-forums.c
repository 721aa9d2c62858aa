/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-reviews-forums.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-due.h"
#include "tl-format.h"
#include "tl-review-words.h"

/* So many risks of a forum are named. */
#define MOST_RISKS 40

static GtkWidget *
make_when (const TlDueItem *item,
           TlDay            as_at)
{
  g_autofree char *when = tl_due_item_dup_when (item, as_at);
  GtkWidget *label = gtk_label_new (when);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, item->days_late > 0 ? "late" : "dimmed");
  return label;
}

static GtkWidget *
make_risk_row (const TlAssessment *assessment,
               const TlDueItem    *item)
{
  const TlRiskJudgement *risk = tl_assessment_find_risk (assessment, &item->risk);
  g_autofree char *title = risk != NULL ? tl_format_risk (risk->facts) : g_strdup (item->title);
  GtkWidget *row = adw_action_row_new ();
  char id[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&item->risk, id);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", item->ground, "activatable", TRUE, NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "reviews.open-risk");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_when (item, tl_assessment_get_as_at (assessment)));
  return row;
}

static GtkWidget *
make_start_button (const TlForumFacts *forum)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Start…"));
  /* Translators: %s is a forum */
  g_autofree char *name = g_strdup_printf (_("Start a review of %s"), forum->name != NULL ? forum->name : "");
  char id[TL_ID_HEX_LENGTH + 1];

  tl_id_to_hex (&forum->base.id, id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-review");
  return button;
}

/* One below the other, so that the forum's name has room beside them. */
static GtkWidget *
make_meeting (const TlAssessment *assessment,
              const TlForumFacts *forum,
              const TlDueItem    *meeting)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *start = make_start_button (forum);

  g_object_set (box, "valign", GTK_ALIGN_CENTER, "margin-top", 6, "margin-bottom", 6, NULL);
  gtk_widget_set_halign (start, GTK_ALIGN_END);
  if (meeting != NULL)
    {
      GtkWidget *when = make_when (meeting, tl_assessment_get_as_at (assessment));

      gtk_widget_set_halign (when, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), when);
    }
  gtk_box_append (GTK_BOX (box), start);
  return box;
}

static const TlDueItem *
find_meeting (GPtrArray          *due,
              const TlForumFacts *forum)
{
  for (guint i = 0; i < due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (due, i);

      if (item->kind == TL_DUE_FORUM && tl_id_equal (&item->row, &forum->base.id))
        return item;
    }
  return NULL;
}

/* The risks that are to be looked at there within a fortnight, or in no forum at all. */
static GPtrArray *
list_risks (const TlAssessment *assessment,
            GPtrArray          *due,
            const TlForumFacts *forum)
{
  TlDay until = tl_assessment_get_as_at (assessment) + TL_DUE_DAYS;
  GPtrArray *risks = g_ptr_array_new ();

  for (guint i = 0; i < due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (due, i);
      const TlRiskJudgement *risk = item->kind == TL_DUE_REVIEW ? tl_assessment_find_risk (assessment, &item->risk) : NULL;

      if (risk != NULL && risk->facts->forum == forum && item->day <= until)
        g_ptr_array_add (risks, (gpointer) item);
    }
  return risks;
}

/* How many are due there, and how many of them are late, without unfolding them. */
static char *
describe_risks (GPtrArray *risks)
{
  g_autofree char *due = g_strdup_printf (ngettext ("%u risk is due", "%u risks are due", risks->len), risks->len);
  guint n = 0;

  for (guint i = 0; i < risks->len; i++)
    n += ((const TlDueItem *) g_ptr_array_index (risks, i))->days_late > 0;
  if (n == 0)
    return g_steal_pointer (&due);
  if (n == risks->len)
    return g_strdup_printf (ngettext ("%u risk is late", "%u risks are late", n), n);
  /* Translators: "3 risks are due", and how many of these are late */
  return g_strdup_printf (ngettext ("%1$s, %2$u of them late", "%1$s, %2$u of them late", n), due, n);
}

static char *
describe_forum (const TlForumFacts *forum,
                const TlDueItem    *meeting,
                GPtrArray          *risks)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (forum == NULL)
    g_ptr_array_add (parts, g_strdup (_("These risks name no forum")));
  else if (meeting != NULL)
    g_ptr_array_add (parts, g_strdup (meeting->ground));
  else
    g_ptr_array_add (parts, tl_review_words_rhythm (forum));
  if (risks->len > 0)
    g_ptr_array_add (parts, describe_risks (risks));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
make_forum_row (const TlAssessment *assessment,
                const TlForumFacts *forum,
                const TlDueItem    *meeting,
                GPtrArray          *risks)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *subtitle = describe_forum (forum, meeting, risks);

  g_object_set (row, "use-markup", FALSE, "title", forum != NULL ? forum->name : _("No forum"), "subtitle", subtitle,
                "enable-expansion", risks->len > 0, NULL);
  if (forum != NULL)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_meeting (assessment, forum, meeting));
  for (guint i = 0; i < MIN (risks->len, MOST_RISKS); i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_risk_row (assessment, g_ptr_array_index (risks, i)));
  return row;
}

static void
add_forum (GtkListBox         *list,
           const TlAssessment *assessment,
           GPtrArray          *due,
           const TlForumFacts *forum)
{
  g_autoptr (GPtrArray) risks = list_risks (assessment, due, forum);

  if (forum != NULL || risks->len > 0)
    gtk_list_box_append (list,
                         make_forum_row (assessment, forum, forum != NULL ? find_meeting (due, forum) : NULL, risks));
}

/**
 * tl_reviews_forums_fill:
 * @list: a list
 * @assessment: what is concluded
 * @due: (element-type TlDueItem): the forums and risks that are due, late first
 *
 * Lists the forums, each with the risks that are due there. Those that are to meet stand first, in the order of what is
 * due; then those without a rhythm.
 */
void
tl_reviews_forums_fill (GtkListBox         *list,
                        const TlAssessment *assessment,
                        GPtrArray          *due)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot ((TlAssessment *) assessment);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (due, i);

      if (item->kind == TL_DUE_FORUM)
        add_forum (list, assessment, due, tl_snapshot_find (snapshot, TL_TABLE_FORUM, &item->row));
    }
  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    {
      const TlForumFacts *forum = tl_snapshot_get (snapshot, TL_TABLE_FORUM, i);

      if (find_meeting (due, forum) == NULL)
        add_forum (list, assessment, due, forum);
    }
  add_forum (list, assessment, due, NULL);
  gtk_widget_set_visible (GTK_WIDGET (list), gtk_list_box_get_row_at_index (list, 0) != NULL);
}

/**
 * tl_reviews_forums_say:
 * @assessment: what is concluded
 * @due: (element-type TlDueItem): the forums and risks that are due
 *
 * Returns: (transfer full): all that is said of them, to tell whether it is the same as before
 */
char *
tl_reviews_forums_say (const TlAssessment *assessment,
                       GPtrArray          *due)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot ((TlAssessment *) assessment);
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < tl_snapshot_count (snapshot, TL_TABLE_FORUM); i++)
    {
      const TlForumFacts *forum = tl_snapshot_get (snapshot, TL_TABLE_FORUM, i);
      g_autofree char *rhythm = tl_review_words_rhythm (forum);

      g_string_append_printf (said, "%s\n%s\n", forum->name, rhythm);
    }
  for (guint i = 0; i < due->len; i++)
    {
      const TlDueItem *item = g_ptr_array_index (due, i);
      g_autofree char *when = tl_due_item_dup_when (item, tl_assessment_get_as_at (assessment));

      g_string_append_printf (said, "%s\n%s\n%s\n", item->title, item->ground, when);
    }
  return g_string_free_and_steal (said);
}
