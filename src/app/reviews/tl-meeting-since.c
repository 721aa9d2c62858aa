/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-meeting-since.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tl-format.h"
#include "tl-ground-row.h"
#include "tl-mark-cell.h"
#include "tl-sparkline.h"

/* So many of a sort are named; the rest is counted, and stands on the risk's page. */
#define MOST 4

struct _TlMeetingSince
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (TlMeetingSince, tl_meeting_since, GTK_TYPE_BOX)

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A part is set off from the one above it by a line. */
static void
add_part (TlMeetingSince *self,
          GtkWidget      *part)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), part);
}

/* ── Measures ─────────────────────────────────────────────────────────────── */

static const TlMeasureJudgement *
find_measure (const TlRiskJudgement *risk,
              const TlId            *id)
{
  for (guint i = 0; i < risk->n_measures; i++)
    if (tl_id_equal (&risk->measures[i].facts->base.id, id))
      return &risk->measures[i];
  return NULL;
}

static void
add_measure (TlMeetingSince        *self,
             const TlRiskJudgement *risk,
             const TlMeasureSince  *since)
{
  const TlMeasureJudgement *measure = find_measure (risk, &since->measure);
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (since->text, "heading"));
  gtk_box_append (GTK_BOX (texts), make_label (since->title, NULL));
  if (since->ground != NULL && *since->ground != '\0')
    gtk_box_append (GTK_BOX (texts), make_label (since->ground, "dimmed"));
  gtk_box_append (GTK_BOX (part), texts);
  if (measure != NULL)
    {
      GtkWidget *sparkline = tl_sparkline_new ();

      tl_sparkline_set_measure (TL_SPARKLINE (sparkline), measure);
      gtk_box_append (GTK_BOX (part), sparkline);
    }
  add_part (self, part);
}

/* ── Evidence ─────────────────────────────────────────────────────────────── */

static void
append_verdict (AdwWrapBox        *box,
                const TlRiskSince *since,
                TlVerdict          verdict,
                char              *words)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3), *mark;
  guint n = since->n_verdicts[verdict];

  mark = tl_mark_cell_new_evidence (verdict, TL_EVIDENCE_KIND_OUTCOME);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (item), mark);
  gtk_box_append (GTK_BOX (item), make_label (words, n == 0 ? "dimmed" : NULL));
  adw_wrap_box_append (box, item);
  g_free (words);
}

static void
add_evidence (TlMeetingSince    *self,
              const TlRiskSince *since)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *verdicts = adw_wrap_box_new ();
  const guint *n = since->n_verdicts;

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (verdicts), 12);
  gtk_box_append (GTK_BOX (part), make_label (since->evidence, "heading"));
  if (since->n_evidence > 0)
    {
      append_verdict (ADW_WRAP_BOX (verdicts), since, TL_VERDICT_SUPPORTS,
                      g_strdup_printf (ngettext ("%u supports", "%u support", n[TL_VERDICT_SUPPORTS]), n[TL_VERDICT_SUPPORTS]));
      append_verdict (ADW_WRAP_BOX (verdicts), since, TL_VERDICT_MIXED,
                      g_strdup_printf (ngettext ("%u mixed", "%u mixed", n[TL_VERDICT_MIXED]), n[TL_VERDICT_MIXED]));
      append_verdict (ADW_WRAP_BOX (verdicts), since, TL_VERDICT_CONTRADICTS,
                      n[TL_VERDICT_CONTRADICTS] == 0
                        ? g_strdup (_("none against"))
                        : g_strdup_printf (ngettext ("%u contradicts", "%u contradict", n[TL_VERDICT_CONTRADICTS]),
                                           n[TL_VERDICT_CONTRADICTS]));
      gtk_box_append (GTK_BOX (part), verdicts);
    }
  else
    g_object_unref (g_object_ref_sink (verdicts));
  add_part (self, part);
}

/* ── Actions, findings, places ────────────────────────────────────────────── */

static void
add_more (GtkWidget *part,
          guint      n)
{
  g_autofree char *more = n > MOST ? g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST), n - MOST) : NULL;

  if (more != NULL)
    gtk_box_append (GTK_BOX (part), make_label (more, "dimmed"));
}

static GtkWidget *
make_action_mark (TlActionSinceKind kind)
{
  if (kind == TL_ACTION_OVERDUE || kind == TL_ACTION_MOVED || kind == TL_ACTION_REOPENED)
    return tl_mark_cell_new_finding (TL_SEVERITY_WATCH);
  return tl_mark_cell_new_step (kind == TL_ACTION_DONE, kind == TL_ACTION_PROVEN);
}

static void
add_actions (TlMeetingSince    *self,
             const TlRiskSince *since)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < MIN (since->actions->len, MOST); i++)
    {
      const TlActionSince *action = g_ptr_array_index (since->actions, i);
      g_autofree char *text = tl_format_capital (action->text);

      gtk_box_append (GTK_BOX (part), tl_ground_row_new (make_action_mark (action->kind), text, action->title));
    }
  add_more (part, since->actions->len);
  if (since->actions->len == 0)
    gtk_box_append (GTK_BOX (part), make_label (_("Nothing happened to its actions."), "dimmed"));
  add_part (self, part);
}

static void
add_hidden (TlMeetingSince    *self,
            const TlRiskSince *since)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < since->hidden->len; i++)
    {
      const TlHiddenSince *hidden = g_ptr_array_index (since->hidden, i);

      gtk_box_append (GTK_BOX (part), tl_ground_row_new (tl_mark_cell_new_finding (TL_SEVERITY_ACT), hidden->text,
                                                         hidden->ground));
    }
  if (since->hidden->len > 0)
    add_part (self, part);
  else
    g_object_unref (g_object_ref_sink (part));
}

static const char *
get_kind_words (TlFindingSinceKind kind)
{
  switch (kind)
    {
    case TL_FINDING_NEW:
      return C_("finding", "New");
    case TL_FINDING_STILL:
      return C_("finding", "Still");
    case TL_FINDING_GONE:
    default:
      return C_("finding", "Settled");
    }
}

static void
add_findings (TlMeetingSince    *self,
              const TlRiskSince *since)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < MIN (since->findings->len, MOST); i++)
    {
      const TlFindingSince *finding = g_ptr_array_index (since->findings, i);
      /* Translators: whether a finding is new, still there or settled, and the finding */
      g_autofree char *text = g_strdup_printf (_("%1$s: %2$s"), get_kind_words (finding->kind), finding->text);
      GtkWidget *mark = finding->kind == TL_FINDING_GONE ? gtk_image_new_from_icon_name ("object-select-symbolic")
                                                         : tl_mark_cell_new_finding (finding->severity);

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (part), tl_ground_row_new (mark, NULL, text));
    }
  add_more (part, since->findings->len);
  if (since->findings->len > 0)
    add_part (self, part);
  else
    g_object_unref (g_object_ref_sink (part));
}

/* ── The last decision ────────────────────────────────────────────────────── */

static GtkWidget *
make_effect_ground (const TlEffectGround *ground)
{
  GtkWidget *mark = gtk_image_new_from_icon_name (ground->shows ? "object-select-symbolic" : "window-close-symbolic");
  g_autofree char *text = tl_format_capital (ground->text);

  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (mark, ground->shows ? _("shows that it took effect") : _("shows that it didn’t"));
  return tl_ground_row_new (mark, ground->shows ? NULL : text, ground->shows ? text : NULL);
}

/**
 * tl_meeting_since_new_effect:
 * @effect: a decision, and whether it took effect
 * @heading: what stands above it
 *
 * Returns: (transfer floating): what was decided and why, whether it took effect, and what that rests on
 */
GtkWidget *
tl_meeting_since_new_effect (const TlDecisionEffect *effect,
                             const char             *heading)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *words = tl_format_capital (tl_effect_get_words (effect->effect));

  gtk_box_append (GTK_BOX (part), make_label (heading, "heading"));
  if (effect->reason != NULL && *effect->reason != '\0')
    {
      /* Translators: the reason of a decision, in its own words */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), effect->reason);

      gtk_box_append (GTK_BOX (part), make_label (quoted, NULL));
    }
  gtk_box_append (GTK_BOX (part), make_label (words, "dimmed"));
  for (guint i = 0; i < effect->grounds->len; i++)
    gtk_box_append (GTK_BOX (part), make_effect_ground (g_ptr_array_index (effect->grounds, i)));
  return part;
}

static void
add_last (TlMeetingSince         *self,
          const TlDecisionEffect *last)
{
  /* Translators: what a review decided, as in "change" */
  g_autofree char *heading = g_strdup_printf (_("Last decision: %s"), tl_word_label (TL_TYPE_DECISION_KIND, (int) last->kind));

  add_part (self, tl_meeting_since_new_effect (last, heading));
}

/* ── All of it ────────────────────────────────────────────────────────────── */

static void
tl_meeting_since_class_init (TlMeetingSinceClass *klass)
{
}

static void
tl_meeting_since_init (TlMeetingSince *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/**
 * tl_meeting_since_show:
 * @self: what changed
 * @risk: what is concluded of the risk
 * @since: (nullable): what changed, %NULL when nobody looked at it before
 * @last: (nullable): the last decision on it, %NULL when there was none
 *
 * Shows what changed for a risk.
 */
void
tl_meeting_since_show (TlMeetingSince         *self,
                       const TlRiskJudgement  *risk,
                       const TlRiskSince      *since,
                       const TlDecisionEffect *last)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_MEETING_SINCE (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  if (since != NULL)
    {
      for (guint i = 0; i < since->measures->len; i++)
        add_measure (self, risk, g_ptr_array_index (since->measures, i));
      add_evidence (self, since);
      add_actions (self, since);
      add_hidden (self, since);
      add_findings (self, since);
    }
  else
    add_part (self, make_label (_("No review has looked at it before."), "dimmed"));
  if (last != NULL)
    add_last (self, last);
}
