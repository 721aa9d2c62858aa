/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the timeline is shown, and what that hides. */
#include "config.h"

#include "tl-timeline-view-private.h"

#include <glib/gi18n.h>

#include "tl-filter-chip.h"
#include "tl-timeline-filters.h"

/* ── The filter ── */

static void
set_filter (TlTimelineView  *self,
            TlTimelineFilter filter)
{
  self->filter = filter;
  tl_timeline_view_show_plan (self, FALSE);
}

void
tl_timeline_view_clear_filter (TlTimelineView *self)
{
  if (!tl_timeline_filter_is_empty (&self->filter))
    set_filter (self, (TlTimelineFilter) { 0 });
}

static void
outcomes_toggled_cb (TlTimelineView *self)
{
  TlTimelineFilter filter = self->filter;

  filter.only_outcomes = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->outcomes_button));
  if (!self->updating && filter.only_outcomes != self->filter.only_outcomes)
    set_filter (self, filter);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);

  tl_timeline_view_clear_filter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
drop_criterion_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  TlTimelineView *self = TL_TIMELINE_VIEW (widget);
  TlTimelineFilter filter = self->filter;

  tl_timeline_criterion_clear ((TlTimelineCriterion) g_variant_get_int32 (parameter), &filter);
  set_filter (self, filter);
  /* The chip is gone; the keyboard goes on from the next, or from the timeline. */
  if (!gtk_widget_child_focus (GTK_WIDGET (self->chips), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

/* ── Chips that say what is hidden ── */

static void
add_chip (TlTimelineView     *self,
          TlTimelineCriterion criterion)
{
  TlSnapshot *snapshot = tl_assessment_get_snapshot (self->whole->assessment);
  g_autofree char *words = tl_timeline_criterion_describe (criterion, &self->filter, snapshot);
  guint n = tl_timeline_criterion_count (criterion, &self->filter, self->whole);
  /* Translators: how many things a filter hides */
  g_autofree char *hides = g_strdup_printf (ngettext ("hides %u", "hides %u", n), n);
  /* Translators: what alone is shown, and how many things that hides: "Audit, hides 12. Press to show them again." */
  g_autofree char *sentence = g_strdup_printf (_("%1$s, %2$s. Press to show them again."), words, hides);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words), *count = gtk_label_new (hides);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "chosen");
  gtk_widget_set_tooltip_text (button, sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) criterion);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.drop-criterion");
  adw_wrap_box_append (self->chips, button);
}

static void
add_summary (TlTimelineView *self,
             guint           n_hidden)
{
  /* Translators: how many things are hidden, of how many */
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u hidden"), n_hidden, self->whole->n_entries);
  GtkWidget *label = gtk_label_new (text), *button = gtk_button_new_with_mnemonic (_("Show _All"));

  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Show everything again (Esc)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "timeline.show-all");
  adw_wrap_box_append (self->chips, label);
  adw_wrap_box_append (self->chips, button);
}

/* Says what is hidden, by what and how much. */
void
tl_timeline_view_update_chips (TlTimelineView *self)
{
  gboolean following = tl_timeline_view_is_following (self), updating = self->updating;
  gboolean filtered = !following && !tl_timeline_filter_is_empty (&self->filter);
  const TlTimelinePlan *plan = tl_timeline_canvas_get_plan (self->canvas);
  TlTimelineFilter alone;
  GtkWidget *child;

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->outcomes_button), self->filter.only_outcomes);
  self->updating = updating;
  tl_filter_chip_set_count (TL_FILTER_CHIP (self->outcomes_button), self->whole->n_outcomes);
  /* A thread is followed whole. */
  gtk_widget_set_sensitive (self->outcomes_button, !following);
  gtk_widget_set_sensitive (GTK_WIDGET (self->filter_button), !following);
  if (filtered)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), filtered);
  if (!filtered)
    return;
  for (int i = 0; i < TL_TIMELINE_N_CRITERIA; i++)
    if (tl_timeline_criterion_take ((TlTimelineCriterion) i, &self->filter, &alone))
      add_chip (self, (TlTimelineCriterion) i);
  add_summary (self, self->whole->n_entries - (plan != NULL ? plan->n_entries : 0));
}

/* ── The popover ── */

static void
filters_shown_cb (TlTimelineView *self)
{
  TlTimelineFilters *filters = TL_TIMELINE_FILTERS (gtk_menu_button_get_popover (self->filter_button));

  if (self->whole != NULL)
    tl_timeline_filters_show (filters, tl_view_get_workbook (TL_VIEW (self)), self->whole, &self->filter);
}

static void
filters_changed_cb (TlTimelineView *self)
{
  TlTimelineFilters *filters = TL_TIMELINE_FILTERS (gtk_menu_button_get_popover (self->filter_button));
  TlTimelineFilter filter = tl_timeline_filters_get_filter (filters);

  filter.only_outcomes = self->filter.only_outcomes;
  set_filter (self, filter);
}

void
tl_timeline_view_bind_filter (GtkWidgetClass *widget_class)
{
  g_type_ensure (TL_TYPE_TIMELINE_FILTERS);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, outcomes_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TlTimelineView, chips);
  gtk_widget_class_bind_template_callback (widget_class, outcomes_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_install_action (widget_class, "timeline.show-all", NULL, show_all_cb);
  gtk_widget_class_install_action (widget_class, "timeline.drop-criterion", "i", drop_criterion_cb);
}
