/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page-private.h"

#include "tl-fitted-text.h"
#include "tl-oversight-words.h"
#include "tl-risk-parts.h"
#include "tl-risk-words.h"

#define N_PARTS 5
#define N_STEPS (TL_N_LINE_LINKS + TL_RISK_PAGE_N_RECORDS + N_PARTS)

/* ── The head ─────────────────────────────────────────────────────────────── */

static void
set_label (GtkLabel *label,
           char     *text)
{
  g_autofree char *fitted = tl_fitted_text (text, TL_FITTED_ROW);

  gtk_label_set_label (label, fitted);
  g_free (text);
}

static void
set_late (TlRiskPage *self,
          gboolean    late)
{
  GtkWidget *label = GTK_WIDGET (self->review_ground_label);

  if (late)
    {
      gtk_widget_add_css_class (label, "late");
      gtk_widget_remove_css_class (label, "dimmed");
    }
  else
    {
      gtk_widget_remove_css_class (label, "late");
      gtk_widget_add_css_class (label, "dimmed");
    }
}

static void
update_head (TlRiskPage            *self,
             const TlRiskJudgement *risk,
             TlDay                  as_at)
{
  g_autofree char *theme = tl_risk_words_theme (risk);
  const char *ref = risk->facts->base.ref != NULL ? risk->facts->base.ref : "";
  const char *separator = ref[0] != '\0' && theme[0] != '\0' ? " · " : "";

  set_label (self->caption, g_strconcat (ref, separator, theme, NULL));
  tl_rating_cell_set_rating (self->rating_cell, risk->rating, risk->band);
  set_label (self->rating_label, tl_risk_words_band (risk));
  set_label (self->rating_ground_label, tl_risk_words_rating (risk));
  set_label (self->owner_label, tl_risk_words_owner (risk));
  set_label (self->owner_ground_label, tl_risk_words_owner_since (risk, as_at));
  set_label (self->review_label, tl_risk_words_review (risk, as_at));
  set_label (self->review_ground_label, tl_risk_words_review_ground (risk, as_at));
  set_late (self, tl_risk_words_is_late (risk, as_at));
  set_label (self->ended_label, risk->state != TL_RISK_STATE_OPEN ? tl_risk_words_ending (risk)
                                                                  : tl_oversight_words_reduced (risk));
  gtk_widget_set_visible (GTK_WIDGET (self->ended_label),
                          risk->state != TL_RISK_STATE_OPEN || risk->reduced_until != TL_NO_DAY);
}

void
tl_risk_page_update_title (TlRiskPage *self)
{
  if (self->risk == NULL)
    return;
  tl_title_field_set_title (self->title_field, tl_risk_get_title (self->risk));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tl_risk_get_title (self->risk), -1);
}

/* ── The keyboard ─────────────────────────────────────────────────────────── */

/* What is shown is made anew; whoever has the keyboard in a section keeps it there. */
GtkWidget *
tl_risk_page_find_focused (TlRiskPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget * const parts[] = {
    GTK_WIDGET (self->oversight), GTK_WIDGET (self->closing), GTK_WIDGET (self->ratings), GTK_WIDGET (self->links),
    GTK_WIDGET (self->standards),
  };

  /* What is hidden keeps the keyboard until the next frame. */
  if (focus != NULL && !gtk_widget_get_mapped (focus))
    return NULL;
  for (int i = 0; focus != NULL && i < TL_N_LINE_LINKS; i++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sections[i])))
      return GTK_WIDGET (self->sections[i]);
  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_is_ancestor (focus, parts[i]))
      return parts[i];
  return NULL;
}

/* From its beginning, not from where the keyboard last was in it. */
void
tl_risk_page_focus_first (TlRiskPage *self,
                          GtkWidget  *part)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
}

/* ── The sections and parts ───────────────────────────────────────────────── */

void
tl_risk_page_update_sections (TlRiskPage *self)
{
  gboolean editable = tl_risk_page_is_editable (self);

  for (int i = 0; i < TL_N_LINE_LINKS; i++)
    tl_link_section_show (self->sections[i], self->risk, (TlLineLink) (TL_LINE_LINK_FOUND + i), editable);
}

/* One thing of the page, so that keys and clicks come between two of them. */
static void
fill_step (TlRiskPage *self,
           guint       step)
{
  if (step < TL_N_LINE_LINKS)
    tl_link_section_fill (self->sections[step]);
  else if (step < TL_N_LINE_LINKS + TL_RISK_PAGE_N_RECORDS)
    tl_record_list_box_set_owner (self->records[step - TL_N_LINE_LINKS], self->workbook,
                                  tl_record_get_id (TL_RECORD (self->risk)));
  else
    switch (step - TL_N_LINE_LINKS - TL_RISK_PAGE_N_RECORDS)
      {
      case 0:
        tl_risk_parts_fill_oversight (self->oversight, self->risk, self->all);
        break;
      case 1:
        tl_risk_parts_fill_closing (self->closing, self->risk);
        break;
      case 2:
        tl_risk_parts_fill_ratings (self->ratings, self->risk);
        break;
      case 3:
        tl_risk_parts_fill_links (self->links, self->risk);
        break;
      default:
        tl_risk_parts_fill_standards (self->standards, self->risk, self->frameworks);
        break;
      }
}

static GtkWidget *
get_part (TlRiskPage *self,
          guint       step)
{
  GtkWidget * const parts[N_PARTS] = {
    GTK_WIDGET (self->oversight), GTK_WIDGET (self->closing), GTK_WIDGET (self->ratings), GTK_WIDGET (self->links),
    GTK_WIDGET (self->standards),
  };

  if (step < TL_N_LINE_LINKS)
    return GTK_WIDGET (self->sections[step]);
  step -= TL_N_LINE_LINKS;
  return step < TL_RISK_PAGE_N_RECORDS ? GTK_WIDGET (self->records[step]) : parts[step - TL_RISK_PAGE_N_RECORDS];
}

/* Its texts are shaped now and kept so; all texts of a page at once, when it is laid out, take longer than a frame. */
static void
measure_part (TlRiskPage *self,
              GtkWidget  *part)
{
  int width = gtk_widget_get_width (part), least = 0, unused;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, &unused, NULL, NULL);
  if (width >= least)
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, &unused, &unused, NULL, NULL);
}

static gboolean
fill_cb (gpointer user_data)
{
  TlRiskPage *self = user_data;

  if (self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL && self->step < N_STEPS)
    {
      fill_step (self, self->step);
      measure_part (self, get_part (self, self->step++));
      return G_SOURCE_CONTINUE;
    }
  measure_part (self, GTK_WIDGET (self));
  self->filling = 0;
  if (self->focused != NULL && tl_risk_page_find_focused (self) != self->focused)
    tl_risk_page_focus_first (self, self->focused);
  self->focused = NULL;
  return G_SOURCE_REMOVE;
}

/**
 * tl_risk_page_refresh:
 * @self: a risk page
 *
 * Shows what is concluded of the risk now.
 */
void
tl_risk_page_refresh (TlRiskPage *self)
{
  g_return_if_fail (TL_IS_RISK_PAGE (self));

  if (self->risk == NULL || tl_risk_get_judgement (self->risk) == NULL)
    return;
  if (self->filling == 0)
    self->focused = tl_risk_page_find_focused (self);
  update_head (self, tl_risk_get_judgement (self->risk), tl_risk_get_as_at (self->risk));
  tl_risk_page_update_sections (self);
  self->step = 0;
  /* Before anything is painted, but after keys and clicks. */
  if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);

  self->all = TRUE;
  tl_risk_parts_fill_oversight (self->oversight, self->risk, TRUE);
  tl_risk_page_focus_first (self, GTK_WIDGET (self->oversight));
}

/* ── Beginning ────────────────────────────────────────────────────────────── */

/* A risk's standards are named before it is known what they are called elsewhere. */
static void
frameworks_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  TlRiskPage *self = user_data;
  g_autoptr (GError) error = NULL;
  TlFrameworks *frameworks = tl_frameworks_get_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (frameworks == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  self->frameworks = frameworks;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "risk.choose-standards", tl_risk_page_is_editable (self));
  if (self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL)
    tl_risk_parts_fill_standards (self->standards, self->risk, frameworks);
}

void
tl_risk_page_bind_filling (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "findings.show-all", NULL, show_all_cb);
}

void
tl_risk_page_begin_filling (TlRiskPage *self)
{
  self->reading = g_cancellable_new ();
  tl_frameworks_get_async (self->reading, frameworks_cb, self);
}
