/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tl-risk-page-private.h"

#include "tl-fitted-text.h"
#include "tl-oversight-words.h"
#include "tl-risk-parts.h"
#include "tl-risk-words.h"

/* What is filled in, as it stands on the page. */
enum
{
  STEP_OVERSIGHT = TL_N_LINE_LINKS,
  STEP_CLOSING,
  STEP_RATINGS,
  STEP_RECORDS,
  STEP_LINKS = STEP_RECORDS + TL_RISK_PAGE_N_RECORDS,
  STEP_STANDARDS,
  N_STEPS,
};

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

/* One thing of the page, so that keys and clicks come between two of them. Returns: whether all of it is there */
static gboolean
fill_step (TlRiskPage *self,
           guint       step)
{
  switch (step)
    {
    case STEP_OVERSIGHT:
      return !tl_risk_parts_add_oversight (self->oversight, self->risk, self->all, self->row++);
    case STEP_CLOSING:
      tl_risk_parts_fill_closing (self->closing, self->risk);
      break;
    case STEP_RATINGS:
      tl_risk_parts_fill_ratings (self->ratings, self->risk);
      break;
    case STEP_LINKS:
      tl_risk_parts_fill_links (self->links, self->risk);
      break;
    case STEP_STANDARDS:
      tl_risk_parts_fill_standards (self->standards, self->risk, self->frameworks);
      break;
    default:
      if (step < TL_N_LINE_LINKS)
        tl_link_section_fill (self->sections[step]);
      else
        tl_record_list_box_set_owner (self->records[step - STEP_RECORDS], self->workbook,
                                      tl_record_get_id (TL_RECORD (self->risk)));
    }
  return TRUE;
}

static GtkWidget *
get_part (TlRiskPage *self,
          guint       step)
{
  switch (step)
    {
    case STEP_OVERSIGHT:
      return GTK_WIDGET (self->oversight);
    case STEP_CLOSING:
      return GTK_WIDGET (self->closing);
    case STEP_RATINGS:
      return GTK_WIDGET (self->ratings);
    case STEP_LINKS:
      return GTK_WIDGET (self->links);
    case STEP_STANDARDS:
      return GTK_WIDGET (self->standards);
    default:
      return step < TL_N_LINE_LINKS ? GTK_WIDGET (self->sections[step]) : GTK_WIDGET (self->records[step - STEP_RECORDS]);
    }
}

/* Its texts are shaped now and kept so; all texts of a page at once, when it is laid out, take longer than a frame. A page
 * that is about to be opened will be as wide as it last was. */
static void
measure_part (GtkWidget *part)
{
  int width = gtk_widget_get_width (part), least = 0, unused;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &least, &unused, NULL, NULL);
  if (width >= least)
    gtk_widget_measure (part, GTK_ORIENTATION_VERTICAL, width, &unused, &unused, NULL, NULL);
}

static void
return_focus (TlRiskPage *self)
{
  if (self->focused != NULL && tl_risk_page_find_focused (self) != self->focused)
    tl_risk_page_focus_first (self, self->focused);
  self->focused = NULL;
}

static gboolean fill_cb (gpointer user_data);

/* Before anything is painted, but after keys and clicks. */
static void
begin_steps (TlRiskPage *self)
{
  if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static void
leave_clock (TlRiskPage *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
painted_cb (TlRiskPage *self)
{
  leave_clock (self);
  self->rest_waits = FALSE;
  begin_steps (self);
}

static void
wait_for_paint (TlRiskPage *self)
{
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_signal_connect_object (self->clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
fill_cb (gpointer user_data)
{
  TlRiskPage *self = user_data;
  gboolean can_fill = self->risk != NULL && tl_risk_get_judgement (self->risk) != NULL;
  /* What isn't in a window is painted by nobody, and seen by nobody either. */
  gboolean waits = can_fill && self->rest_waits && self->step == STEP_CLOSING
                   && gtk_widget_get_frame_clock (GTK_WIDGET (self)) != NULL;

  if (can_fill && !waits && self->step < N_STEPS)
    {
      gboolean done = fill_step (self, self->step);

      measure_part (get_part (self, self->step));
      self->step += done;
      self->row = done ? 0 : self->row;
      return G_SOURCE_CONTINUE;
    }
  self->filling = 0;
  if (waits)
    wait_for_paint (self);
  else
    gtk_widget_set_visible (self->rest, TRUE);
  measure_part (GTK_WIDGET (self));
  return_focus (self);
  return G_SOURCE_REMOVE;
}

/* Whether nobody would see that the rest isn't there for a frame or two. All of the page laid out at once takes longer than
 * a frame. */
static gboolean
can_rest_wait (TlRiskPage *self)
{
  GtkWidget *scroller = GTK_WIDGET (self->scroller);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_point_t top;

  if (gtk_widget_get_frame_clock (scroller) == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, self->rest))
      || gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) > 0)
    return FALSE;
  return !gtk_widget_get_mapped (self->rest)
         || !gtk_widget_compute_point (self->rest, scroller, &GRAPHENE_POINT_INIT (0, 0), &top)
         || top.y >= (float) gtk_widget_get_height (scroller);
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

  if (self->risk != NULL && self->known != (tl_risk_get_judgement (self->risk) != NULL))
    tl_risk_page_update_editing (self);
  if (self->risk == NULL || tl_risk_get_judgement (self->risk) == NULL)
    return;
  if (self->filling == 0)
    self->focused = tl_risk_page_find_focused (self);
  leave_clock (self);
  self->rest_waits = can_rest_wait (self);
  gtk_widget_set_visible (self->rest, !self->rest_waits);
  update_head (self, tl_risk_get_judgement (self->risk), tl_risk_get_as_at (self->risk));
  tl_risk_page_update_sections (self);
  self->step = 0;
  self->row = 0;
  begin_steps (self);
}

/* For whoever wants something of the page at once. */
void
tl_risk_page_fill_now (TlRiskPage *self)
{
  if (self->filling == 0 && self->clock == NULL)
    return;
  tl_risk_page_end_filling (self);
  self->rest_waits = FALSE;
  while (fill_cb (self))
    continue;
}

void
tl_risk_page_end_filling (TlRiskPage *self)
{
  leave_clock (self);
  g_clear_handle_id (&self->filling, g_source_remove);
}

static void
show_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlRiskPage *self = TL_RISK_PAGE (widget);
  guint row = 0;

  if (!self->known)
    return;
  self->all = TRUE;
  while (tl_risk_parts_add_oversight (self->oversight, self->risk, TRUE, row))
    row++;
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
